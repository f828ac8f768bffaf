namespace DslTensors.Lanes;

/// <summary>The least magnitude; NaN if there is one.</summary>
public readonly struct MinMagnitudeReduction : IReduction
{
    /// <inheritdoc/>
    public L Start<L>()
        where L : struct, ILane<L> => L.Constant(double.PositiveInfinity);

    /// <inheritdoc/>
    public L Map<L>(L element)
        where L : struct, ILane<L> => L.Abs(element);

    /// <inheritdoc/>
    public L Join<L>(L a, L b)
        where L : struct, ILane<L> => L.Min(a, b);
}
