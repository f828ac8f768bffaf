using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>What comes back from calls.</summary>
internal sealed partial class OperationEvaluator
{
    // Longer lists are treated as lists of unknown length.
    private const int LongestList = 64;

    private FlowValue ResultOf(IOperation operation, IMethodSymbol method, ShapedCall call)
    {
        var (outputs, patterns) = (call.Result.Outputs, call.Signature.Signature.Outputs);
        var type = TensorSymbols.Awaited(method.ReturnType);
        if (call.Result.Mismatch is not null || outputs.Count == 0)
            return FlowValue.Unknown;
        if (outputs.Count == 1 && context.Symbols.IsTensorOrMask(type))
            return new TensorFlow(outputs[0], operation.Syntax) { IsContiguous = Contiguity.Of(call), Order = Contiguity.OrderOf(call) };
        if (outputs.Count == 1 && patterns[0].IsList)
            return ListOf(new TensorFlow(outputs[0], operation.Syntax), Contiguity.CountOf(call));
        var shapes = new Queue<SymbolicShape>(outputs);
        return LeavesOf(type) == outputs.Count ? Tuple(type, shapes, operation.Syntax) : FlowValue.Unknown;
    }

    private static int LeavesOf(ITypeSymbol type) => type is INamedTypeSymbol { IsTupleType: true, TupleElements: var elements } ? elements.Sum(element => LeavesOf(element.Type)) : 1;

    /// <summary>A tuple, perhaps of tuples, whose tensors take the shapes one after the other.</summary>
    private static FlowValue Tuple(ITypeSymbol type, Queue<SymbolicShape> shapes, SyntaxNode origin) => type is INamedTypeSymbol { IsTupleType: true, TupleElements: var elements }
        ? new TupleFlow(elements.Select(element => Tuple(element.Type, shapes, origin)).ToList().ToEquatableArray())
        : new TensorFlow(shapes.Dequeue(), origin);

    /// <summary>A factor that is written out as a whole number.</summary>
    private static ArgumentValue? FactorOf(GivenArgument given)
    {
        if (given.Parameter?.Type is not ({ Name: "ScaleFactor" } or INamedTypeSymbol { TypeArguments: [{ Name: "ScaleFactor" }] }))
            return null;
        var operation = given.Operation;
        while (operation is IConversionOperation { Operand: var operand, ConstantValue.HasValue: false })
            operation = operand;
        return operation.ConstantValue is { HasValue: true, Value: double factor } && factor is > 0 and < int.MaxValue && factor == System.Math.Floor(factor) ? ArgumentValue.Of((long)factor) : null;
    }

    /// <summary>A tensor of which nothing is known but the code that made it.</summary>
    private FlowValue Opaque(IOperation operation, IMethodSymbol method) => context.Symbols.IsTensor(TensorSymbols.Awaited(method.ReturnType))
        ? new TensorFlow(SymbolicShape.Unknown, operation.Syntax)
        : FlowValue.Unknown;

    /// <summary>What a method states and what its body shows, together.</summary>
    private static FlowValue Merge(FlowValue stated, FlowValue inferred) => (stated, inferred) switch
    {
        (TensorFlow { Shape: { HasRank: true } left } tensor, TensorFlow { Shape: { HasRank: true } right }) when left.Rank == right.Rank =>
            tensor with { Shape = SymbolicShape.Of(left.Dims.Zip(right.Dims, (a, b) => b.Number is not null || !a.IsKnown ? b : a)) },
        (TensorFlow { Shape.HasRank: true }, _) => stated,
        (TensorFlow, TensorFlow { Shape.HasRank: true }) => inferred,
        (UnknownFlow, _) => inferred,
        _ => stated,
    };

    /// <summary>The user reads the call, not the line inside that made the tensor.</summary>
    private static FlowValue Relocated(FlowValue value, SyntaxNode call) => value switch
    {
        TensorFlow tensor => tensor with { Origin = call },
        TupleFlow { Items: var items } => new TupleFlow(items.Select(item => Relocated(item, call)).ToEquatableArray()),
        ListFlow { Items: var items } => new ListFlow(items.Select(item => Relocated(item, call)).ToEquatableArray()),
        _ => value,
    };

    private static FlowValue ListOf(FlowValue element, SymbolicSize count) => count.Number is >= 0 and <= LongestList and var known
        ? new ListFlow(Enumerable.Repeat(element, (int)known).ToEquatableArray())
        : new SequenceFlow(element);

    private static ArgumentValue ToArgument(FlowValue value) => value switch
    {
        NullFlow => ArgumentValue.Null,
        IntFlow { Size: var size } => new SizeValue(size),
        BoolFlow { Value: var flag } => ArgumentValue.Of(flag),
        ChoiceFlow { Name: var name } => new ChoiceValue(name),
        ListFlow { Items: var items } => new SizesValue(items.Select(item => item is IntFlow { Size: var size } ? size : SymbolicSize.Unknown).ToEquatableArray()),
        _ => ArgumentValue.Unknown,
    };
}
