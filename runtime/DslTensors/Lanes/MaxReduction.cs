namespace DslTensors.Lanes;

/// <summary>The greatest element; NaN if there is one.</summary>
public readonly struct MaxReduction : IReduction
{
    /// <inheritdoc/>
    public L Start<L>()
        where L : struct, ILane<L> => L.Constant(double.NegativeInfinity);

    /// <inheritdoc/>
    public L Map<L>(L element)
        where L : struct, ILane<L> => element;

    /// <inheritdoc/>
    public L Join<L>(L a, L b)
        where L : struct, ILane<L> => L.Max(a, b);
}
