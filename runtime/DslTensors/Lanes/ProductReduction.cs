namespace DslTensors.Lanes;

/// <summary>The product.</summary>
public readonly struct ProductReduction : IReduction
{
    /// <inheritdoc/>
    public L Start<L>()
        where L : struct, ILane<L> => L.Constant(1);

    /// <inheritdoc/>
    public L Map<L>(L element)
        where L : struct, ILane<L> => element;

    /// <inheritdoc/>
    public L Join<L>(L a, L b)
        where L : struct, ILane<L> => a * b;
}
