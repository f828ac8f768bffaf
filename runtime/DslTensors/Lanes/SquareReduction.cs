namespace DslTensors.Lanes;

/// <summary>The sum of squares.</summary>
public readonly struct SquareReduction : IReduction
{
    /// <inheritdoc/>
    public L Start<L>()
        where L : struct, ILane<L> => L.Constant(0);

    /// <inheritdoc/>
    public L Map<L>(L element)
        where L : struct, ILane<L> => element * element;

    /// <inheritdoc/>
    public L Join<L>(L a, L b)
        where L : struct, ILane<L> => a + b;
}
