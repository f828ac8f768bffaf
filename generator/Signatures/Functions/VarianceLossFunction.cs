using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>gaussian_nll_loss: a variance for each element, or one for each last dimension, kept or gone.</summary>
internal sealed class VarianceLossFunction() : ShapeFunction("varianceLoss", Shape("input"), Shape("target"), Shape("var"), Choice("reduction"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var (input, variance) = (call.Placed(0), call.Placed(2));
        var pair = new BroadcastBinding();
        pair.Add(input);
        pair.Add(call.Placed(1));
        var common = pair.Merge(out var mismatch);
        if (mismatch is not null)
            return call.Fail(mismatch);
        if (input.Shape is { HasRank: true, Rank: > 0 } && variance.Shape.HasRank && !Fits(input.Shape, variance.Shape))
        {
            return call.Fail(new SignatureMismatch(MismatchKind.SameRank, variance.Position)
            {
                Other = input.Position,
                Expected = input.Shape.Rank,
                Actual = variance.Shape.Rank,
                Sentence = "var is of incorrect size",
            });
        }

        return call.Reduced(3, SymbolicShape.Unknown.Join(common));
    }

    private static bool Fits(SymbolicShape input, SymbolicShape variance)
    {
        var leading = input.Dims.Take(input.Rank - 1);
        var same = variance.Rank == input.Rank ? variance.Dims.Take(input.Rank - 1) : variance.Dims;
        return variance.Rank >= input.Rank - 1 && variance.Rank <= input.Rank && !leading.Zip(same, static (left, right) => left.ConflictsWith(right)).Any(static differs => differs)
            && (variance.Rank < input.Rank || !variance.Dims[input.Rank - 1].ConflictsWith(1) || !variance.Dims[input.Rank - 1].ConflictsWith(input.Dims[input.Rank - 1]));
    }
}
