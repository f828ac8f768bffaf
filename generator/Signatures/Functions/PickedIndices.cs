using System;
using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>What gather and scatter ask of their indices.</summary>
internal static class PickedIndices
{
    /// <summary>Reports indices of another rank, or of more places than the tensor has; <paramref name="free"/> is the dimension that they may exceed.</summary>
    public static bool Check(ShapeFunctionCall call, PlacedShape tensor, PlacedShape index, int? free, string rankSentence, bool isFree = true)
    {
        var (sizes, places) = (tensor.Shape, index.Shape);
        if (!sizes.HasRank || !places.HasRank)
            return true;
        if (Math.Max(sizes.Rank, 1) != Math.Max(places.Rank, 1))
        {
            call.Fail(new SignatureMismatch(MismatchKind.SameRank, index.Position) { Other = tensor.Position, Expected = sizes.Rank, Actual = places.Rank, Sentence = rankSentence });
            return false;
        }

        // Without any index nothing is compared; and a dimension that is not known might be the free one.
        if (places.Rank != sizes.Rank || places.Dims.Any(size => size.Number == 0) || (isFree && free is null))
            return true;
        for (var i = 0; i < places.Rank; i++)
        {
            if ((isFree && i == free) || !(places.Dims[i].Number > sizes.Dims[i].Number))
                continue;
            call.Fail(new SignatureMismatch(MismatchKind.TooLarge, index.At(i))
            {
                Other = tensor.At(i),
                Expected = sizes.Dims[i],
                Actual = places.Dims[i],
                Sentence = isFree ? $"Size does not match at dimension {i} expected index {places} to be smaller than self {sizes} apart from dimension {free}" : $"Expected index {places} to be smaller size than src {sizes}",
            });
            return false;
        }

        return true;
    }
}
