using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>Lists, default values and conversions.</summary>
internal sealed partial class OperationEvaluator
{
    public override FlowValue VisitConversion(IConversionOperation operation, object? argument)
    {
        var operand = Evaluate(operation.Operand);
        if (operation.OperatorMethod is { } method)
        {
            // Shapes and the library's own dimension types take integers and words and give them back.
            if (method.ContainingNamespace?.Name != "DslTensors")
                return FlowValue.Unknown;

            // A number in the place of a tensor is one without dimensions.
            if (context.Symbols.IsTensor(operation.Type))
                return IsNumber(operation.Operand.Type) ? new TensorFlow(SymbolicShape.Of(), operation.Syntax) : FlowValue.Unknown;
            return operand switch
            {
                TupleFlow { Items: var items } => new ListFlow(items),
                IntFlow or ListFlow or ChoiceFlow or TensorFlow => operand,
                _ => FlowValue.Unknown,
            };
        }

        return operand switch
        {
            IntFlow => IsInteger(operation.Type) ? operand : FlowValue.Unknown,
            NullFlow => operand,
            _ => operation.Conversion.Exists && !operation.IsTryCast ? operand : FlowValue.Unknown,
        };
    }

    private bool IsNumber(ITypeSymbol? type) => type is { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_Double and not SpecialType.System_Char }
        || context.Symbols.IsScalar(type) || type is { Name: "Half" or "BFloat16" };

    public override FlowValue VisitCollectionExpression(ICollectionExpressionOperation operation, object? argument)
    {
        var items = new List<FlowValue>();
        var isComplete = true;
        foreach (var element in operation.Elements)
        {
            if (element is ISpreadOperation spread)
            {
                var part = AsList(Evaluate(spread.Operand));
                items.AddRange(part is ListFlow list ? list.Items : EquatableArray<FlowValue>.Empty);
                isComplete &= part is ListFlow;
            }
            else
            {
                items.Add(Evaluate(element));
            }
        }

        if (!isComplete)
            return FlowValue.Unknown;
        if (context.Symbols.IsContainer(operation.Type))
            return new ModuleFlow(operation.Type!, EquatableArray<NamedFlow>.Empty, items.Count > 0 ? new ListFlow(items.ToEquatableArray()) : null, operation.Syntax);
        return context.Symbols.IsTensor(operation.Type)
            ? new TensorFlow(SymbolicShape.Of(items.Count), operation.Syntax) { Constants = ConstantsOf(new ListFlow(items.ToEquatableArray())) }
            : new ListFlow(items.ToEquatableArray());
    }

    public override FlowValue VisitArrayCreation(IArrayCreationOperation operation, object? argument)
    {
        foreach (var size in operation.DimensionSizes)
            Evaluate(size);
        if (operation.Initializer is not { } initializer)
            return new SequenceFlow(FlowValue.Unknown);

        var items = initializer.ElementValues.Select(Evaluate).ToList();
        return operation.DimensionSizes.Length == 1 ? new ListFlow(items.ToEquatableArray()) : FlowValue.Unknown;
    }

    public override FlowValue VisitDefaultValue(IDefaultValueOperation operation, object? argument) => operation.Type switch
    {
        { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => FlowValue.Null,
        { Name: "ReadOnlySpan" or "Span" or "Dims" or "PerDimension" or "Padding" } => new ListFlow(EquatableArray<FlowValue>.Empty),
        _ => FlowValue.Unknown,
    };

    public override FlowValue VisitParenthesized(IParenthesizedOperation operation, object? argument) => Evaluate(operation.Operand);
}
