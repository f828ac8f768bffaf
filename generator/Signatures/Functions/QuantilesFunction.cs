namespace DslTensors.Generator.Signatures;

/// <summary>quantile: the sizes of the shares, and behind them those of a reduction.</summary>
internal sealed class QuantilesFunction() : ShapeFunction("quantiles", Shape("s"), Numbers("dim"), Flag("keepDim"), Shape("shares"))
{
    private static readonly ReduceFunction Reduction = new();

    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var (reduced, shares) = (Reduction.Evaluate(call), call.Shape(3));
        return reduced.HasRank && shares.HasRank ? SymbolicShape.Of([.. shares.Dims, .. reduced.Dims]) : SymbolicShape.Unknown;
    }
}
