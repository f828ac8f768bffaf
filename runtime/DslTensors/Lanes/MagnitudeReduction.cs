namespace DslTensors.Lanes;

/// <summary>The sum of magnitudes.</summary>
public readonly struct MagnitudeReduction : IReduction
{
    /// <inheritdoc/>
    public L Start<L>()
        where L : struct, ILane<L> => L.Constant(0);

    /// <inheritdoc/>
    public L Map<L>(L element)
        where L : struct, ILane<L> => L.Abs(element);

    /// <inheritdoc/>
    public L Join<L>(L a, L b)
        where L : struct, ILane<L> => a + b;
}
