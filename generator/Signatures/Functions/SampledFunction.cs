using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>grid_sample: an image of the grid's sizes; the grid holds a place in the image for each pixel.</summary>
internal sealed class SampledFunction() : ShapeFunction("sampled", Shape("s"), Shape("grid"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var (image, grid) = (call.Placed(0), call.Placed(1));
        if (!image.Shape.HasRank || !grid.Shape.HasRank)
            return SymbolicShape.Unknown;
        var text = $"but got input with sizes {image.Shape} and grid with sizes {grid.Shape}";
        var (sizes, places, spatial) = (image.Shape.Dims, grid.Shape.Dims, image.Shape.Rank - 2);
        if (image.Shape.Rank is not (4 or 5))
            return call.Fail(new SignatureMismatch(MismatchKind.Rank, image.Position) { Expected = 4, OrOneMore = true, Actual = image.Shape.Rank, Sentence = $"grid_sampler(): expected 4D or 5D input and grid with same number of dimensions, {text}" });
        if (grid.Shape.Rank != image.Shape.Rank)
            return call.Fail(new SignatureMismatch(MismatchKind.SameRank, grid.Position) { Other = image.Position, Expected = image.Shape.Rank, Actual = grid.Shape.Rank, Sentence = $"grid_sampler(): expected 4D or 5D input and grid with same number of dimensions, {text}" });
        if (sizes[0].ConflictsWith(places[0]))
            return call.Fail(new SignatureMismatch(MismatchKind.Size, grid.At(0)) { Other = image.At(0), Expected = sizes[0], Actual = places[0], Sentence = $"grid_sampler(): expected grid and input to have same batch size, {text}" });
        if (places[spatial + 1].ConflictsWith(spatial))
            return call.Fail(new SignatureMismatch(MismatchKind.Literal, grid.At(spatial + 1)) { Expected = spatial, Actual = places[spatial + 1], Sentence = $"grid_sampler(): expected grid to have size {spatial} in last dimension, but got grid with sizes {grid.Shape}" });
        return SymbolicShape.Of([sizes[0].Unify(places[0]), sizes[1], .. places.Skip(1).Take(spatial)]);
    }
}
