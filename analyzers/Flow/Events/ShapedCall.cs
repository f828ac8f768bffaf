using System.Collections.Generic;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>One tensor (or one list) given to a call: in the user's words, and what is known of its shapes.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Tensors">The tensor, or the tensors of the list as far as they are known.</param>
/// <param name="Input">The same for the evaluation of the signature.</param>
/// <param name="Operation">The expression at the call.</param>
internal sealed record CallInput(string Parameter, IReadOnlyList<GivenTensor> Tensors, EvaluationInput Input, IOperation Operation);

/// <summary>A tensor as written at a call, its shape, and the code that made it.</summary>
/// <param name="Operation">The expression in the user's words; null where there is none.</param>
/// <param name="Name">What it is called where those are too long.</param>
/// <param name="Shape">The shape.</param>
/// <param name="Origin">The code that made it.</param>
/// <param name="Syntax">The expression at the call; null for an element of a list.</param>
internal sealed record GivenTensor(IOperation? Operation, string Name, SymbolicShape Shape, SyntaxNode? Origin, SyntaxNode? Syntax = null)
{
    /// <summary>The user's words.</summary>
    public string Text => Operation is null ? Name : CallInputReader.TextOf(Operation, Name);

    public bool? IsContiguous { get; init; }

    /// <summary>In which order the dimensions lie, the outermost first; empty where that is not known.</summary>
    public EquatableArray<int> Order { get; init; } = EquatableArray<int>.Empty;
}

/// <summary>A call of a method whose shapes are stated, with what the flow analysis knows there. Consumers of the flow read these.</summary>
internal sealed record ShapedCall(
    IOperation Operation,
    IMethodSymbol Method,
    CallSignature Signature,
    IReadOnlyList<CallInput> Inputs,
    IReadOnlyDictionary<string, ArgumentValue> Arguments,
    SignatureResult Result)
{
    /// <summary>The module of a container that the call belongs to; null for a call that the user writes.</summary>
    public ModuleFlow? Layer { get; init; }

    /// <summary>What the names of sizes are known to be there.</summary>
    public SizeEqualities Sizes { get; init; } = SizeEqualities.None;

    /// <summary>The operator's name, or the method's.</summary>
    public string Name => Signature.Name ?? (Method.MethodKind == MethodKind.Ordinary && Method.Name == "Forward" ? $"{Method.ContainingType.Name}.Forward" : Method.Name);
}
