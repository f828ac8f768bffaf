using System.Linq;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>Properties and fields: the shape of a tensor as a value, the parts of a tuple, and what attributes state.</summary>
internal sealed partial class OperationEvaluator
{
    public override FlowValue VisitPropertyReference(IPropertyReferenceOperation operation, object? argument)
    {
        var instance = Evaluate(operation.Instance);
        var arguments = operation.Arguments.Select(item => Evaluate(item.Value)).ToList();

        var type = operation.Property.ContainingType;
        if (context.Symbols.IsTensor(type) && arguments.Count == 0)
            return instance is TensorFlow { Shape: { HasRank: true } shape } ? PartOf(shape, operation.Property.Name) : FlowValue.Unknown;
        if (context.Symbols.IsShape(type) && instance is ListFlow { Items: var sizes })
            return arguments.Count == 1 ? Element(sizes, operation.Arguments[0].Value, arguments[0]) : RankOf(sizes, operation.Property.Name);

        return context.Symbols.IsTensor(operation.Type) ? context.DeclaredShapes.ValueOf(operation.Property) : FlowValue.Unknown;
    }

    public override FlowValue VisitFieldReference(IFieldReferenceOperation operation, object? argument)
    {
        var instance = Evaluate(operation.Instance);
        if (operation.Field.ContainingType is { IsTupleType: true } tuple)
        {
            var index = tuple.TupleElements.IndexOf(operation.Field, 0, TupleFieldComparer.Instance);
            return index >= 0 && instance is TupleFlow { Items: var items } && index < items.Count ? items[index] : FlowValue.Unknown;
        }

        return context.Symbols.IsTensor(operation.Type) ? context.DeclaredShapes.ValueOf(operation.Field) : FlowValue.Unknown;
    }

    private static FlowValue PartOf(SymbolicShape shape, string property) => property switch
    {
        "Shape" => new ListFlow(shape.Dims.Select(FlowValue (size) => new IntFlow(size)).ToEquatableArray()),
        "Rank" => new IntFlow(shape.Rank),
        "Count" => shape.ElementCount() is { } count ? new IntFlow(count) : FlowValue.Unknown,
        _ => FlowValue.Unknown,
    };

    private static FlowValue RankOf(EquatableArray<FlowValue> sizes, string property) =>
        property == "Rank" ? new IntFlow(sizes.Count) : FlowValue.Unknown;

    private static FlowValue Element(EquatableArray<FlowValue> sizes, IOperation index, FlowValue value)
    {
        while (index is IConversionOperation conversion)
            index = conversion.Operand;
        if (index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand.ConstantValue: { HasValue: true, Value: int fromEnd } })
            value = new IntFlow(-fromEnd);
        if (value is not IntFlow { Size.Number: { } number })
            return FlowValue.Unknown;

        var position = number < 0 ? number + sizes.Count : number;
        return position >= 0 && position < sizes.Count ? sizes[(int)position] : FlowValue.Unknown;
    }
}
