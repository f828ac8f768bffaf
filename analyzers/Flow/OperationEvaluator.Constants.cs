using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>Tensors that are written out: <c>Tensor.From&lt;long&gt;([1, 3])</c>.</summary>
internal sealed partial class OperationEvaluator
{
    private FlowValue? FromCall(IInvocationOperation operation, List<GivenArgument> given)
    {
        var method = operation.TargetMethod;
        if (method.ContainingType is { Name: "Init", ContainingNamespace.Name: "DslTensors" } && given.FirstOrDefault(item => item.Parameter?.Name == "sizes").Value is ListFlow { Items: var sizes })
            return new TensorFlow(SymbolicShape.Of(sizes.Select(item => item is IntFlow { Size: var dim } ? State.Sizes.Resolve(dim) : SymbolicSize.Unknown)), operation.Syntax);
        if (method.Name is not ("From" or "AsTensor") || !context.Symbols.IsTensor(method.ContainingType) || given.FirstOrDefault() is not { Parameter.Name: "data", Value: var data })
            return null;

        var size = given.FirstOrDefault(item => item.Parameter?.Name == "size").Value as ListFlow;
        var isSizeUnknown = size is null && operation.Arguments.Any(argument => argument is { Parameter.Name: "size", ArgumentKind: ArgumentKind.Explicit });
        var shape = size is { Items.Count: > 0 }
            ? SymbolicShape.Of(size.Items.Select(item => item is IntFlow { Size: var dim } ? State.Sizes.Resolve(dim) : SymbolicSize.Unknown))
            : !isSizeUnknown && IsRow(given[0].Parameter!.Type)
                ? SymbolicShape.Of(((data as ListFlow)?.Items.Count) is { } count ? count : SymbolicSize.Unknown)
                : SymbolicShape.Unknown;
        var result = new TensorFlow(shape, operation.Syntax) { Constants = ConstantsOf(data) };
        State = context.Raise(new CallEvent(operation, State, method, null, given, null, result), State);
        return result;
    }

    // Arrays of more dimensions, and spans that have a shape of their own, give tensors of other ranks.
    private static bool IsRow(ITypeSymbol type) =>
        type is IArrayTypeSymbol { Rank: 1, ElementType.TypeKind: not TypeKind.Array } or INamedTypeSymbol { Name: "ReadOnlySpan" or "Span" or "Memory" };

    private static EquatableArray<long> ConstantsOf(FlowValue data) => data is ListFlow { Items: { Count: <= LongestList } items } && items.All(item => item is IntFlow { Size.Number: not null })
        ? items.Select(item => ((IntFlow)item).Size.Number!.Value).ToEquatableArray()
        : EquatableArray<long>.Empty;
}
