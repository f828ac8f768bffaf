namespace DslTensors.Lanes;

/// <summary>How a reduction starts and what it does with each element; the order of elements must not matter beyond rounding.</summary>
public interface IReduction
{
    /// <summary>The value of a reduction of nothing.</summary>
    L Start<L>()
        where L : struct, ILane<L>;

    /// <summary>What an element contributes, e.g. its absolute value.</summary>
    L Map<L>(L element)
        where L : struct, ILane<L>;

    /// <summary>Joins two partial results.</summary>
    L Join<L>(L a, L b)
        where L : struct, ILane<L>;
}

/// <summary>The sum.</summary>
public readonly struct SumReduction : IReduction
{
    /// <inheritdoc/>
    public L Start<L>()
        where L : struct, ILane<L> => L.Constant(0);

    /// <inheritdoc/>
    public L Map<L>(L element)
        where L : struct, ILane<L> => element;

    /// <inheritdoc/>
    public L Join<L>(L a, L b)
        where L : struct, ILane<L> => a + b;
}
