using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>Puts what is given to a tensor parameter into the user's words and into the terms of the signature.</summary>
internal static class CallInputReader
{
    // A longer expression says less than the parameter's name.
    private const int LongestText = 40;

    public static CallInput Read(IMethodSymbol method, GivenArgument given, ShapePattern? pattern)
    {
        var name = given.Parameter?.Name ?? method.ContainingType.ExtensionParameter?.Name ?? "input";
        if (pattern is { IsList: true })
            return ReadList(given, name);

        var tensor = new GivenTensor(given.Operation, name, ShapeOf(given.Value), (given.Value as TensorFlow)?.Origin, given.Operation.Syntax)
        {
            IsContiguous = (given.Value as TensorFlow)?.IsContiguous,
            Order = (given.Value as TensorFlow)?.Order ?? EquatableArray<int>.Empty,
        };
        var input = given.Value switch
        {
            TensorFlow => EvaluationInput.Single(tensor.Shape),
            NullFlow when pattern is { IsOptional: true } => EvaluationInput.Absent,
            _ => EvaluationInput.Unknown,
        };
        return new CallInput(name, [tensor], input, given.Operation);
    }

    private static CallInput ReadList(GivenArgument given, string name)
    {
        if (given.Value is not ListFlow { Items: var items })
            return new CallInput(name, [], EvaluationInput.Unknown, given.Operation);

        var elements = ElementsOf(given.Operation).ToList();
        var tensors = new List<GivenTensor>();
        for (var i = 0; i < items.Count; i++)
        {
            var written = elements.Count == items.Count ? elements[i] : null;
            tensors.Add(new GivenTensor(written, $"{name}[{i}]", ShapeOf(items[i]), (items[i] as TensorFlow)?.Origin));
        }

        return new CallInput(name, tensors, EvaluationInput.List(tensors.Select(tensor => tensor.Shape)), given.Operation);
    }

    public static IEnumerable<IOperation> ElementsOf(IOperation operation) => operation switch
    {
        IConversionOperation { Operand: var operand } => ElementsOf(operand),
        ICollectionExpressionOperation { Elements: var elements } => elements,
        IArrayCreationOperation { Initializer.ElementValues: var values } => values,
        _ => [],
    };

    private static SymbolicShape ShapeOf(FlowValue value) => value is TensorFlow { Shape: var shape } ? shape : SymbolicShape.Unknown;

    public static string TextOf(IOperation operation, string fallback)
    {
        if (operation.Syntax.Span.Length > LongestText)
            return fallback;
        var text = operation.Syntax.ToString();
        return !text.Contains("\n") ? text : fallback;
    }
}
