namespace DslTensors.Lanes;

/// <summary>The number of elements other than 0.</summary>
public readonly struct NonzeroReduction : IReduction
{
    /// <inheritdoc/>
    public L Start<L>()
        where L : struct, ILane<L> => L.Constant(0);

    /// <inheritdoc/>
    public L Map<L>(L element)
        where L : struct, ILane<L> => L.Select(L.Equal(element, L.Constant(0)), L.Constant(0), L.Constant(1));

    /// <inheritdoc/>
    public L Join<L>(L a, L b)
        where L : struct, ILane<L> => a + b;
}
