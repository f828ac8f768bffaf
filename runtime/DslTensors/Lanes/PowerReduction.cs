namespace DslTensors.Lanes;

/// <summary>The sum of magnitudes to a power.</summary>
public readonly struct PowerReduction(double exponent) : IReduction
{
    /// <inheritdoc/>
    public L Start<L>()
        where L : struct, ILane<L> => L.Constant(0);

    /// <inheritdoc/>
    public L Map<L>(L element)
        where L : struct, ILane<L> => L.Pow(L.Abs(element), L.Constant(exponent));

    /// <inheritdoc/>
    public L Join<L>(L a, L b)
        where L : struct, ILane<L> => a + b;
}
