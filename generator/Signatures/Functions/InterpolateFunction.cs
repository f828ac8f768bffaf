using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>interpolate, upsample: the sizes behind batch and channels become those that the caller asks for, or whole multiples.</summary>
internal sealed class InterpolateFunction() : ShapeFunction("interpolate", Shape("s"), Numbers("size"), Numbers("scaleFactor"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var shape = call.Shape(0);
        if (!shape.HasRank)
            return SymbolicShape.Unknown;
        if (shape.Rank is < 3 or > 5)
        {
            return call.Fail(new SignatureMismatch(MismatchKind.Rank, call.Source)
            {
                Expected = shape.Rank < 3 ? 3 : 5,
                Actual = shape.Rank,
                AtLeast = shape.Rank < 3,
                Sentence = $"Input Error: Only 3D, 4D and 5D input Tensors supported (got {shape.Rank}D)",
            });
        }

        var spatial = shape.Rank - 2;
        var isSized = call.Value(1) is not (null or NullValue);
        if (PerDimensionArgument.Read(call, isSized ? 1 : 2, PerDimensionArgument.Repeat(SymbolicSize.Unknown, spatial)) is not { } numbers)
            return SymbolicShape.Unknown;
        var sizes = isSized ? numbers : shape.Dims.Skip(2).Zip(numbers, static (size, factor) => size.Number * factor.Number is { } whole ? whole : SymbolicSize.Unknown);
        return SymbolicShape.Of([.. shape.Dims.Take(2), .. sizes]);
    }
}
