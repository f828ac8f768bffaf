using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>split: a part of one dimension, of a size, or of sizes that add up to it.</summary>
internal sealed class PartFunction() : ShapeFunction("part", Shape("s"), Numbers("sizes"), Number("dim"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var shape = call.Shape(0);
        if (!shape.HasRank)
            return SymbolicShape.Unknown;
        if (shape.Rank == 0)
            return call.Fail(new SignatureMismatch(MismatchKind.NoDimensions, call.Source));
        if (call.Dim(2, shape.Rank) is not { } dim)
            return SymbolicShape.OfRank(shape.Rank);

        if (call.Value(1) is SizesValue { Sizes: var given } && given.Aggregate(SymbolicSize.Of(0), static (all, part) => all + part) is { Number: { } total } && shape.Dims[dim].Number is { } sum && sum != total)
        {
            return call.Fail(new SignatureMismatch(MismatchKind.Argument, call.Source with { Dim = dim })
            {
                Name = call.NameOf(1),
                Actual = total,
                Sentence = $"split_with_sizes expects split_sizes to sum exactly to {sum} (input tensor's size at dimension {dim}), but got split_sizes={SymbolicShape.Of(given)}",
            });
        }

        var dims = shape.Dims.ToArray();
        dims[dim] = call.Value(1) switch
        {
            // The last part is smaller where the size does not divide.
            SizeValue { Size: { IsKnown: true } size } when dims[dim] is { IsKnown: true, Number: not 0 } whole && DividesExactly(whole, size) => size,
            SizesValue { Sizes: { Count: > 0 } sizes } when sizes.All(size => size == sizes[0]) => sizes[0],
            _ => SymbolicSize.Unknown,
        };
        return SymbolicShape.Of(dims);
    }

    private static bool DividesExactly(SymbolicSize whole, SymbolicSize part) => part.Number is not 0 && (whole / part) * part == whole;
}
