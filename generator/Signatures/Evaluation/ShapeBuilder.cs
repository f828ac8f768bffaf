using System.Collections.Generic;
using DslTensors.Generator.Models;

namespace DslTensors.Generator.Signatures;

/// <summary>Puts a written-out result together from what its names stand for.</summary>
internal static class ShapeBuilder
{
    public static SymbolicShape Build(EquatableArray<Dim> pattern, Bindings bindings)
    {
        var dims = new List<SymbolicSize>();
        var hasRank = true;
        foreach (var dim in pattern)
        {
            switch (dim)
            {
                case NamedDim { Name: var name }:
                    dims.Add(NonNegative(bindings.SizeOf(name), name, bindings));
                    break;
                case LiteralDim { Value: var value }:
                    dims.Add(value);
                    break;
                case ExpressionDim { Expression: var expression }:
                    dims.Add(NonNegative(ExpressionEvaluator.Evaluate(expression, bindings), expression.Inner, bindings));
                    break;
                case RestDim { Name: var name }:
                    hasRank &= TryAppend(bindings.RestOf(name), dims);
                    break;
                default:
                    hasRank &= TryAppend(bindings.Broadcast.Merge(out _), dims);
                    break;
            }
        }

        return hasRank ? SymbolicShape.Of(dims) : SymbolicShape.Ending(dims);
    }

    private static bool TryAppend(SymbolicShape shape, List<SymbolicSize> dims)
    {
        if (!shape.HasRank)
            dims.Clear();
        dims.AddRange(shape.HasRank ? shape.Dims : shape.Tail);
        return shape.HasRank;
    }

    private static SymbolicSize NonNegative(SymbolicSize size, string text, Bindings bindings)
    {
        if (size.Number is { } number and < 0)
            bindings.Fail(new SignatureMismatch(MismatchKind.NegativeSize, ShapePosition.Argument) { Name = text, Actual = number });
        return size;
    }
}
