using DslTensors.Generator.Models;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>Whether gradients flow to a tensor.</summary>
internal enum GradState
{
    Unknown,
    None,
    Required,
}

/// <summary>Why no gradient flows to a tensor.</summary>
internal enum NoGraph
{
    NothingRequires,
    Detached,
    NoGrad,
    Integers,
    Gradient,
}

/// <summary>How a tensor shares its memory with the one that was there first.</summary>
[System.Flags]
internal enum AliasKind
{
    Same = 0,
    View = 1,
    Detached = 2,
    Data = 4,
}

/// <summary>The key under which the state holds what is known of the tensor that some code made.</summary>
internal sealed record TensorKey(SyntaxNode Origin);

/// <summary>A tensor in the graph of its gradients: certain things only, what is unknown is left out.</summary>
/// <param name="Grad">Whether gradients flow to it.</param>
/// <param name="Storage">The code that made the memory: tensors of one storage are aliases.</param>
internal sealed record TensorFact(GradState Grad, SyntaxNode Storage) : FlowValue
{
    /// <summary>Made by the user, not by an operator.</summary>
    public bool IsLeaf { get; init; }

    /// <summary>The result of an operator or a module.</summary>
    public bool IsResult { get; init; }

    /// <summary>A parameter of a module.</summary>
    public bool IsParameter { get; init; }

    /// <summary>How it shares its memory with the tensor that has <see cref="Storage"/> to itself.</summary>
    public AliasKind Alias { get; init; }

    /// <summary>The tensors it was computed from, as far as they are known.</summary>
    public EquatableArray<NodeRef> Sources { get; init; } = EquatableArray<NodeRef>.Empty;

    /// <summary>Whether it was computed from something unknown as well.</summary>
    public bool HasUnknownSource { get; init; }

    /// <summary>The operator or layer that computed it: PyTorch's name.</summary>
    public string? Operator { get; init; }

    /// <summary>Whether its step keeps something that backward releases.</summary>
    public bool Saves { get; init; }

    /// <summary>A write in a loop that changes, from its second turn on, what a step of the turn before keeps.</summary>
    public Spoiling? NextTurn { get; init; }

    /// <summary>Why it has no graph.</summary>
    public NoGraph Reason { get; init; }

    /// <summary>The code that made it lose its graph.</summary>
    public NodeRef? ReasonAt { get; init; }

    public override FlowValue Join(FlowValue other)
    {
        if (Equals(other))
            return this;
        return other is TensorFact fact && fact.Storage == Storage
            ? new TensorFact(Grad == fact.Grad && Reason == fact.Reason ? Grad : GradState.Unknown, Storage)
            {
                Alias = Alias | fact.Alias,
                HasUnknownSource = true,
                Operator = Operator == fact.Operator ? Operator : null,
                IsResult = IsResult && fact.IsResult,
                IsLeaf = IsLeaf && fact.IsLeaf,
                NextTurn = NextTurn ?? fact.NextTurn,
                Reason = Reason,
                ReasonAt = Equals(ReasonAt, fact.ReasonAt) ? ReasonAt : null,
            }
            : Unknown;
    }
}
