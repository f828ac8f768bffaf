using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>cross_entropy, nll_loss: scores [b, c, d...] against class indices [b, d...], or [c] against a single one.</summary>
internal sealed class ClassLossFunction() : ShapeFunction("classLoss", Shape("scores"), Shape("target"), Choice("reduction"), Shape("weight", isOptional: true))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var (scores, target) = (call.Shape(0), call.Shape(1));
        if (scores is { HasRank: true, Rank: 0 })
            return call.Fail(new SignatureMismatch(MismatchKind.NoDimensions, new ShapePosition(0)) { Sentence = "input tensor should be 1D or 2D" });
        if (scores.HasRank && target.HasRank && Misfit(call, scores, target) is { } mismatch)
            return call.Fail(mismatch);

        if (call.Count > 3 && call.Shape(3) is { Rank: 1 } weight && scores.HasRank && weight.Dims[0].ConflictsWith(scores.Dims[scores.Rank > 1 ? 1 : 0]))
        {
            var at = scores.Rank > 1 ? 1 : 0;
            return call.Fail(new SignatureMismatch(MismatchKind.Size, call.SourceOf(3) with { Dim = 0 })
            {
                Other = call.SourceOf(0) with { Dim = at },
                Expected = scores.Dims[at],
                Actual = weight.Dims[0],
                Sentence = "weight tensor should be defined either for all or no classes",
            });
        }

        return call.Reduced(2, target);
    }

    private static SignatureMismatch? Misfit(ShapeFunctionCall call, SymbolicShape scores, SymbolicShape target)
    {
        var wanted = scores.Dims.Where((_, dim) => scores.Rank > 1 ? dim != 1 : dim != 0).ToList();
        if (target.Rank != wanted.Count)
        {
            return new SignatureMismatch(MismatchKind.Rank, new ShapePosition(1))
            {
                Expected = wanted.Count,
                Actual = target.Rank,
                Sentence = "0D or 1D target tensor expected, multi-target not supported",
            };
        }

        // The image's sizes are compared before the batch's.
        for (var dim = wanted.Count - 1; dim >= 0; dim--)
        {
            if (!wanted[dim].ConflictsWith(target.Dims[dim]))
            {
                call.Equate(wanted[dim], target.Dims[dim]);
                continue;
            }

            return new SignatureMismatch(MismatchKind.Size, new ShapePosition(1, -1, dim))
            {
                Other = new ShapePosition(0, -1, dim == 0 ? 0 : dim + 1),
                Expected = wanted[dim],
                Actual = target.Dims[dim],
                Sentence = dim == 0
                    ? $"Expected input batch_size ({wanted[0]}) to match target batch_size ({target.Dims[0]})."
                    : $"Expected target size {SymbolicShape.Of(wanted)}, got {target}",
            };
        }

        return null;
    }
}
