using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>Finds the variables that operations write to, through the compiler's temporaries as well.</summary>
internal sealed class WriteFinder
{
    private readonly Lazy<ILookup<CaptureId, IOperation>> _captured;

    private WriteFinder() => _captured = new(() => Enumerable.Empty<IFlowCaptureOperation>().ToLookup(capture => capture.Id, capture => capture.Value));

    /// <summary>For an expression by itself.</summary>
    public static WriteFinder None { get; } = new();

    public WriteFinder(ControlFlowGraph graph) => _captured = new(() => graph.Blocks
        .SelectMany(OperationsOf)
        .OfType<IFlowCaptureOperation>()
        .ToLookup(capture => capture.Id, capture => capture.Value));

    public static IEnumerable<IOperation> OperationsOf(BasicBlock block) =>
        block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations;

    public IEnumerable<ISymbol> WrittenBy(IOperation operation) => operation switch
    {
        IAssignmentOperation assignment => Targets(assignment.Target),
        IIncrementOrDecrementOperation increment => Targets(increment.Target),
        IArgumentOperation { Parameter.RefKind: RefKind.Out } argument => Targets(argument.Value),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref } argument when EndsWithCall(argument) => Targets(argument.Value),
        IDeclarationPatternOperation { DeclaredSymbol: { } declared } => [declared],
        IRecursivePatternOperation { DeclaredSymbol: { } declared } => [declared],
        IListPatternOperation { DeclaredSymbol: { } declared } => [declared],
        _ => [],
    };

    /// <summary>Variables that can be written to from now on without being named: a reference to them was taken.</summary>
    public IEnumerable<ISymbol> AliasedBy(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { IsRef: true } assignment => Targets(assignment.Value),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref } argument when !EndsWithCall(argument) => Targets(argument.Value),
        IAddressOfOperation address => Targets(address.Reference),
        _ => [],
    };

    /// <summary>Whether a reference that a call is given is gone when the call is over: nothing comes back that could hold it.</summary>
    private static bool EndsWithCall(IArgumentOperation argument) => argument.Parent is IInvocationOperation
    {
        TargetMethod: { ReturnsByRef: false, ReturnsByRefReadonly: false, ReturnType.IsRefLikeType: false, Parameters: var parameters },
        Instance: null or { Type.IsRefLikeType: false },
    }
        && parameters.All(parameter => !parameter.Type.IsRefLikeType);

    /// <summary>The variable that a temporary stands for when something is assigned to it; null where there are several.</summary>
    public IOperation? CapturedBy(CaptureId id) => _captured.Value[id].Take(2).ToList() is [var single] ? single : null;

    public IEnumerable<ISymbol> Targets(IOperation target) => target switch
    {
        ILocalReferenceOperation { Local: var local } => [local],
        IParameterReferenceOperation { Parameter: var parameter } => [parameter],
        IDeclarationExpressionOperation { Expression: var expression } => Targets(expression),
        IConversionOperation { Operand: var operand } => Targets(operand),
        ITupleOperation { Elements: var elements } => elements.SelectMany(Targets),
        IFlowCaptureReferenceOperation { Id: var id } => _captured.Value[id].SelectMany(Targets),

        // A field of a variable of value type, as of a tuple, is a part of the variable.
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } instance } => Targets(instance),
        _ => ImmutableArray<ISymbol>.Empty,
    };
}
