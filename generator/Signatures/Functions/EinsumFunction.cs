using System.Collections.Generic;
using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>einsum: a size for each label of the equation; equal labels are equal sizes, or 1.</summary>
internal sealed class EinsumFunction() : ShapeFunction("einsum", List("s"), Choice("equation"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        if (call.List(0) is not { } list || call.Value(1) is not ChoiceValue { Name: var equation } || equation.Contains('.'))
            return SymbolicShape.Unknown;

        var sides = equation.Replace(" ", "").Split(["->"], System.StringSplitOptions.None);
        var inputs = sides[0].Split(',');
        if (inputs.Length != list.Count)
        {
            return call.Fail(new SignatureMismatch(MismatchKind.Argument, call.Source)
            {
                Name = call.NameOf(1),
                Word = equation,
                Sentence = inputs.Length < list.Count
                    ? "einsum(): more operands were provided than specified in the equation"
                    : "einsum(): fewer operands were provided than specified in the equation",
            });
        }

        var sizes = new Dictionary<char, (SymbolicSize Size, ShapePosition Position)>();
        for (var i = 0; i < inputs.Length; i++)
        {
            if (Bind(call, inputs[i], list[i], i, sizes) is { } mismatch)
                return call.Fail(mismatch);
        }

        var result = sides.Length > 1 ? sides[1] : string.Concat(inputs.SelectMany(labels => labels).GroupBy(label => label).Where(group => group.Count() == 1).Select(group => group.Key).OrderBy(label => label));
        return SymbolicShape.Of(result.Select(label => sizes.TryGetValue(label, out var bound) ? bound.Size : SymbolicSize.Unknown));
    }

    private static SignatureMismatch? Bind(
        ShapeFunctionCall call, string labels, PlacedShape tensor, int operand, Dictionary<char, (SymbolicSize Size, ShapePosition Position)> sizes)
    {
        if (!tensor.Shape.HasRank)
            return null;
        if (labels.Length != tensor.Shape.Rank)
        {
            return new SignatureMismatch(MismatchKind.Rank, tensor.Position)
            {
                Expected = labels.Length,
                Actual = tensor.Shape.Rank,
                Sentence = $"einsum(): the number of subscripts in the equation ({labels.Length}) {(labels.Length > tensor.Shape.Rank ? "is more than" : "does not match")} "
                    + $"the number of dimensions ({tensor.Shape.Rank}) for operand {operand}{(labels.Length > tensor.Shape.Rank ? "" : " and no ellipsis was given")}",
            };
        }

        for (var dim = 0; dim < labels.Length; dim++)
        {
            var size = tensor.Shape.Dims[dim];
            if (!sizes.TryGetValue(labels[dim], out var bound) || bound.Size.Number == 1)
            {
                sizes[labels[dim]] = (size, tensor.At(dim));
                continue;
            }

            if (bound.Size.Number is { } left && size.Number is { } right and not 1 && left != right)
            {
                return new SignatureMismatch(MismatchKind.Size, tensor.At(dim))
                {
                    Other = bound.Position,
                    Expected = left,
                    Actual = right,
                    Name = $"{labels[dim]}",
                    Sentence = $"einsum(): subscript {labels[dim]} has size {right} for operand {operand} which does not broadcast with previously seen size {left}",
                };
            }

            sizes[labels[dim]] = (BroadcastBinding.Stretch(bound.Size, size), bound.Position);
        }

        return null;
    }
}
