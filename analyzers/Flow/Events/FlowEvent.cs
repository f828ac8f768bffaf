using System.Collections.Generic;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>Something that happens at a point of a method, with what is known there.</summary>
/// <param name="Operation">The code.</param>
/// <param name="State">What holds before it: variables, equalities of sizes, and the facts that rules have put there.</param>
internal abstract record FlowEvent(IOperation Operation, FlowState State);

/// <summary>A method, a user-defined operator or an indexer of a tensor is called; its arguments are evaluated.</summary>
/// <param name="Operation">The call.</param>
/// <param name="State">What holds before it.</param>
/// <param name="Method">What is called.</param>
/// <param name="Receiver">What it is called on; null for a static one.</param>
/// <param name="Arguments">What is given, the receiver included where it is a tensor.</param>
/// <param name="Shapes">The shapes, where the method states some.</param>
/// <param name="Result">What comes back.</param>
internal sealed record CallEvent(
    IOperation Operation,
    FlowState State,
    IMethodSymbol Method,
    FlowValue? Receiver,
    IReadOnlyList<GivenArgument> Arguments,
    ShapedCall? Shapes,
    FlowValue Result) : FlowEvent(Operation, State)
{
    /// <summary>Calls inside the called body that cannot fit for what is given here, though they fit for something.</summary>
    public IReadOnlyList<ShapedCall> InnerFailures { get; init; } = [];

    /// <summary>What an integer would have to be for the first of them to fit; null where that is not known.</summary>
    public (string Name, long Value)? Witness { get; init; }

    /// <summary>Follows the gradients through the called body, where it is known; null where it is not.</summary>
    public System.Func<GradientSummary?>? Gradients { get; init; }

    /// <summary>The value given to a parameter; null where it is not given.</summary>
    public FlowValue? this[string parameter]
    {
        get
        {
            foreach (var argument in Arguments)
            {
                if (argument.Parameter?.Name == parameter)
                    return argument.Value;
            }

            return null;
        }
    }
}

/// <summary>An object is created: a module, an optimizer, a scope.</summary>
/// <param name="Operation">The creation.</param>
/// <param name="State">What holds before it.</param>
/// <param name="Constructor">The constructor.</param>
/// <param name="Arguments">What is given to it.</param>
/// <param name="Result">What is known of the new object; a <see cref="ModuleFlow"/> for a module.</param>
internal sealed record CreationEvent(
    IOperation Operation, FlowState State, IMethodSymbol? Constructor, IReadOnlyList<GivenArgument> Arguments, FlowValue Result) : FlowEvent(Operation, State);

/// <summary>A variable, field, property or element gets a value.</summary>
/// <param name="Operation">The assignment.</param>
/// <param name="State">What holds before it.</param>
/// <param name="Target">What is written to.</param>
/// <param name="Value">The value.</param>
internal sealed record AssignmentEvent(IOperation Operation, FlowState State, IOperation Target, FlowValue Value) : FlowEvent(Operation, State);

/// <summary>A property or field is read: <c>x.Grad</c>, <c>model.Weight</c>.</summary>
/// <param name="Operation">The reference.</param>
/// <param name="State">What holds before it.</param>
/// <param name="Member">The property or field.</param>
/// <param name="Instance">Whose it is; null for a static one.</param>
/// <param name="Result">What is known of its value.</param>
internal sealed record ReadEvent(IOperation Operation, FlowState State, ISymbol Member, FlowValue? Instance, FlowValue Result) : FlowEvent(Operation, State);

/// <summary>An element of an array or list of known length is taken.</summary>
/// <param name="Operation">The element.</param>
/// <param name="State">What holds before it.</param>
/// <param name="List">What the list holds.</param>
/// <param name="Index">Which element, counted from the start; below zero or past the end where there is none.</param>
internal sealed record ElementEvent(IOperation Operation, FlowState State, ListFlow List, long Index) : FlowEvent(Operation, State);

/// <summary>A value leaves the method.</summary>
/// <param name="Operation">The returned expression.</param>
/// <param name="State">What holds there.</param>
/// <param name="Function">The method, lambda or local function.</param>
/// <param name="Value">The value.</param>
internal sealed record ReturnEvent(IOperation Operation, FlowState State, IMethodSymbol Function, FlowValue Value) : FlowEvent(Operation, State)
{
    /// <summary>What the function states of its result, with its names as its parameters bind them; null where it states nothing.</summary>
    public StatedResult? Stated { get; init; }
}

/// <summary>A <c>[return: Shape]</c>: as written, and as it stands in one body.</summary>
internal sealed record StatedResult(string Text, SymbolicShape Shape);

/// <summary>The analysis of a body is done.</summary>
/// <param name="Operation">The body.</param>
/// <param name="State">What holds at its end.</param>
/// <param name="Owner">The method, property or field.</param>
/// <param name="Graph">Its control flow graph.</param>
internal sealed record EndEvent(IOperation Operation, FlowState State, ISymbol Owner, ControlFlowGraph Graph) : FlowEvent(Operation, State);
