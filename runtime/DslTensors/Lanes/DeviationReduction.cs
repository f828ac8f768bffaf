namespace DslTensors.Lanes;

/// <summary>The sum of squared distances from a number.</summary>
/// <param name="center">The number.</param>
internal readonly struct DeviationReduction(double center) : IReduction
{
    /// <inheritdoc/>
    public L Start<L>()
        where L : struct, ILane<L> => L.Constant(0);

    /// <inheritdoc/>
    public L Map<L>(L element)
        where L : struct, ILane<L>
    {
        var distance = element - L.Constant(center);
        return distance * distance;
    }

    /// <inheritdoc/>
    public L Join<L>(L a, L b)
        where L : struct, ILane<L> => a + b;
}
