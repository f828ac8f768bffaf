using DslTensors.Lanes;

namespace DslTensors;

/// <summary><see cref="Sgd"/>'s formula for one element on a device.</summary>
internal readonly struct SgdUpdate(SgdGroup options, bool isFirst) : IUpdate
{
    private readonly double _sign = options.Maximize ? -1 : 1;
    private readonly double _lr = options.Lr;
    private readonly double _momentum = options.Momentum;
    private readonly double _weightDecay = options.WeightDecay;

    // The first direction is the gradient itself: dampening begins with the second step.
    private readonly double _gain = isFirst ? 1 : 1 - options.Dampening;
    private readonly int _nesterov = options.Nesterov ? 1 : 0;

    /// <inheritdoc/>
    public void Apply<L>(ref L value, L gradient, ref L first, ref L second, ref L third)
        where L : struct, ILane<L>
    {
        var step = gradient * L.Constant(_sign);

        // Not by a factor of 0: that would make an infinite parameter's gradient NaN.
        if (_weightDecay != 0)
            step += L.Constant(_weightDecay) * value;
        if (_momentum != 0)
        {
            first = (first * L.Constant(_momentum)) + (L.Constant(_gain) * step);
            step = _nesterov != 0 ? step + (L.Constant(_momentum) * first) : first;
        }

        value -= L.Constant(_lr) * step;
    }
}
