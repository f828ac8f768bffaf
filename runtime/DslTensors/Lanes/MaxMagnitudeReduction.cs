namespace DslTensors.Lanes;

/// <summary>The greatest magnitude; NaN if there is one.</summary>
public readonly struct MaxMagnitudeReduction : IReduction
{
    /// <inheritdoc/>
    public L Start<L>()
        where L : struct, ILane<L> => L.Constant(0);

    /// <inheritdoc/>
    public L Map<L>(L element)
        where L : struct, ILane<L> => L.Abs(element);

    /// <inheritdoc/>
    public L Join<L>(L a, L b)
        where L : struct, ILane<L> => L.Max(a, b);
}
