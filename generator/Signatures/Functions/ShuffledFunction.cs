using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>pixel_shuffle and its inverse: channels become pixels, or pixels channels.</summary>
internal sealed class ShuffledFunction(string name, bool toPixels) : ShapeFunction(name, Shape("s"), Number("factor"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var shape = call.Placed(0);
        if (!shape.Shape.HasRank)
            return SymbolicShape.Unknown;
        var torch = toPixels ? "pixel_shuffle" : "pixel_unshuffle";
        if (shape.Shape.Rank < 3)
        {
            return call.Fail(new SignatureMismatch(MismatchKind.Rank, shape.Position)
            {
                Expected = 3,
                Actual = shape.Shape.Rank,
                AtLeast = true,
                Sentence = $"{torch} expects input to have at least 3 dimensions, but got input with {shape.Shape.Rank} dimension(s)",
            });
        }

        var (rank, factor) = (shape.Shape.Rank, call.Size(1));
        if (factor.Number is not > 0)
            return SymbolicShape.OfRank(rank);
        var dims = shape.Shape.Dims.ToArray();
        if (toPixels)
        {
            if (Rest(call, shape, rank - 3, factor * factor, $"{torch} expects its input's 'channel' dimension to be divisible by the square of upscale_factor, but input.size(-3)={dims[rank - 3]} is not divisible by {factor * factor}"))
                return SymbolicShape.Unknown;
            (dims[rank - 3], dims[rank - 2], dims[rank - 1]) = (dims[rank - 3] / (factor * factor), dims[rank - 2] * factor, dims[rank - 1] * factor);
            return SymbolicShape.Of(dims);
        }

        if (Rest(call, shape, rank - 2, factor, $"{torch} expects height to be divisible by downscale_factor, but input.size(-2)={dims[rank - 2]} is not divisible by {factor}")
            || Rest(call, shape, rank - 1, factor, $"{torch} expects width to be divisible by downscale_factor, but input.size(-1)={dims[rank - 1]} is not divisible by {factor}"))
        {
            return SymbolicShape.Unknown;
        }

        (dims[rank - 3], dims[rank - 2], dims[rank - 1]) = (dims[rank - 3] * factor * factor, dims[rank - 2] / factor, dims[rank - 1] / factor);
        return SymbolicShape.Of(dims);
    }

    private static bool Rest(ShapeFunctionCall call, PlacedShape shape, int dim, SymbolicSize factor, string sentence)
    {
        if (!(shape.Shape.Dims[dim].Number % factor.Number > 0))
            return false;
        call.Fail(new SignatureMismatch(MismatchKind.Multiple, shape.At(dim)) { Expected = factor, Actual = shape.Shape.Dims[dim], Sentence = sentence });
        return true;
    }
}
