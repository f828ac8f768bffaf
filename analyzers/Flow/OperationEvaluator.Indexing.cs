using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>Parts of tensors: <c>x[0]</c>, <c>x[.., ^1]</c>, <c>x[mask]</c>, <c>x[rows, columns]</c>.</summary>
internal sealed partial class OperationEvaluator
{
    private static readonly CallSignature IndexSignature = new("index", SignatureParser.Parse("s... -> s...").Signature!, EquatableArray<ShapeSentence>.Empty);

    private FlowValue Index(IPropertyReferenceOperation operation, FlowValue instance)
    {
        if (operation.Instance is not { } tensor)
            return FlowValue.Unknown;
        var positions = operation.Arguments.SelectMany(item => Positions(item)).Select(PositionAt).ToList();
        var part = TensorIndexing.Apply((instance as TensorFlow)?.Shape ?? SymbolicShape.Unknown, positions);
        var result = new TensorFlow(part.Shape, operation.Syntax);
        if (operation.Property.GetMethod is not { } getter)
            return result;

        var given = new GivenArgument(null, tensor, instance);
        var input = CallInputReader.Read(getter, given, IndexSignature.Signature.Inputs[0]);
        var evaluated = new SignatureResult(new[] { part.Shape }.ToEquatableArray(), part.Mismatch, EquatableArray<SizeEquality>.Empty);
        var shapes = new ShapedCall(operation, getter, IndexSignature, [input], new Dictionary<string, ArgumentValue>(), evaluated) { Sizes = State.Sizes };
        State = context.Raise(new CallEvent(operation, State, getter, instance, [given], shapes, result), State);
        return result;
    }

    private static IEnumerable<IOperation> Positions(IArgumentOperation argument) =>
        argument.ArgumentKind is ArgumentKind.ParamCollection or ArgumentKind.ParamArray ? CallInputReader.ElementsOf(argument.Value) : [argument.Value];

    private IndexPosition PositionAt(IOperation operation)
    {
        while (operation is IConversionOperation { Operand: var operand })
            operation = operand;
        switch (operation)
        {
            case { ConstantValue: { HasValue: true, Value: null } } or IPropertyReferenceOperation { Property: { Name: "NewAxis", ContainingType.Name: "TensorIndex" } }:
                return new IndexPosition(IndexPositionKind.NewAxis);
            case IPropertyReferenceOperation { Property: { Name: "Ellipsis", ContainingType.Name: "TensorIndex" } }:
                return new IndexPosition(IndexPositionKind.Ellipsis);
            case IRangeOperation range:
                return new IndexPosition(IndexPositionKind.Range) { Start = Bound(range.LeftOperand, 0), End = range.RightOperand is null ? new IndexBound(0, true) : Bound(range.RightOperand, 0) };
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat }:
                return new IndexPosition(IndexPositionKind.Single) { Start = Bound(operation, 0) };
            case ICollectionExpressionOperation { Elements: var elements } when !elements.Any(element => element is ISpreadOperation):
                return new IndexPosition(IndexPositionKind.Tensor) { Shape = SymbolicShape.Of(elements.Length) };
        }

        var value = State.Sizes.Resolve(Evaluate(operation));
        if (operation.Type?.SpecialType == SpecialType.System_Int32)
            return new IndexPosition(IndexPositionKind.Single) { Start = new IndexBound(value is IntFlow { Size: var index } ? index : SymbolicSize.Unknown, false) };
        if (context.Symbols.IsTensor(operation.Type) && operation.Type is INamedTypeSymbol { TypeArguments: [var element] })
        {
            var shape = (value as TensorFlow)?.Shape ?? SymbolicShape.Unknown;
            return new IndexPosition(element.SpecialType == SpecialType.System_Boolean ? IndexPositionKind.Mask : IndexPositionKind.Tensor) { Shape = shape };
        }

        return new IndexPosition(IndexPositionKind.Unknown);
    }

    private IndexBound Bound(IOperation? operation, long missing)
    {
        while (operation is IConversionOperation { Operand: var operand })
            operation = operand;
        return operation switch
        {
            null => new IndexBound(missing, false),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var fromEnd } => new IndexBound(Evaluate(fromEnd) is IntFlow { Size: var size } ? size : SymbolicSize.Unknown, true),
            _ => new IndexBound(Evaluate(operation) is IntFlow { Size: var size } ? State.Sizes.Resolve(size) : SymbolicSize.Unknown, false),
        };
    }
}
