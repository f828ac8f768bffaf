using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>adaptive_avg_pool, adaptive_max_pool: the spatial sizes become those that the caller asks for.</summary>
internal sealed class AdaptFunction() : ShapeFunction("adapt", Shape("s"), Shape("size"), Numbers("outputSize"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var (leading, size) = (call.Shape(0), call.Shape(1));
        if (PerDimensionArgument.Read(call, 2, PerDimensionArgument.Repeat(SymbolicSize.Unknown, size.Rank)) is not { } output
            || !PerDimensionArgument.Check(call, 2, output, 0, "elements of output_size must be greater than or equal to 0"))
        {
            return SymbolicShape.Unknown;
        }

        if (!leading.HasRank)
            return SymbolicShape.Unknown;
        var dims = leading.Dims.Concat(size.Dims).ToList();
        var empty = dims.FindIndex(leading.Rank, dim => dim.Number == 0);
        if (empty < 0)
            return SymbolicShape.Of([.. leading.Dims, .. output]);
        return call.Fail(new SignatureMismatch(MismatchKind.Window, call.Source with { Dim = empty })
        {
            Expected = 1,
            Sentence = $"Expected input to have non-zero size for non-batch dimensions, but input has sizes {SymbolicShape.Of(dims)} with dimension {empty} being empty",
        });
    }
}
