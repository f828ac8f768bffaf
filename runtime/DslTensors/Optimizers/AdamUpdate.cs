using DslTensors.Lanes;

namespace DslTensors;

/// <summary><see cref="Adam"/>'s and <see cref="AdamW"/>'s formula for one element on a device.</summary>
internal readonly struct AdamUpdate(AdamGroup options, bool decouplesDecay, long steps) : IUpdate
{
    private readonly double _sign = options.Maximize ? -1 : 1;
    private readonly double _weightDecay = decouplesDecay ? 0 : options.WeightDecay;
    private readonly double _kept = decouplesDecay ? 1 - (options.Lr * options.WeightDecay) : 1;
    private readonly double _beta1 = options.Betas.Beta1;
    private readonly double _beta2 = options.Betas.Beta2;

    // The averages begin at zero; these corrections take that bias out.
    private readonly double _stepSize = options.Lr / (1 - Math.Pow(options.Betas.Beta1, steps));
    private readonly double _rootCorrection = Math.Sqrt(1 - Math.Pow(options.Betas.Beta2, steps));
    private readonly double _eps = options.Eps;
    private readonly int _amsgrad = options.Amsgrad ? 1 : 0;

    /// <inheritdoc/>
    public void Apply<L>(ref L value, L gradient, ref L first, ref L second, ref L third)
        where L : struct, ILane<L>
    {
        var step = gradient * L.Constant(_sign);
        if (_weightDecay != 0)
            step += L.Constant(_weightDecay) * value;
        var kept = value * L.Constant(_kept);
        first = (first * L.Constant(_beta1)) + (step * L.Constant(1 - _beta1));
        second = (second * L.Constant(_beta2)) + (step * step * L.Constant(1 - _beta2));
        var square = second;
        if (_amsgrad != 0)
            square = third = L.Max(third, second);
        value = kept - (L.Constant(_stepSize) * (first / ((L.Sqrt(square) / L.Constant(_rootCorrection)) + L.Constant(_eps))));
    }
}
