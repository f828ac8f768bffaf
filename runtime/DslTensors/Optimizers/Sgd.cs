using System.Numerics;
using System.Runtime.CompilerServices;

namespace DslTensors;

/// <summary>Stochastic gradient descent, optionally with momentum (PyTorch's <c>torch.optim.SGD</c>).</summary>
public sealed class Sgd : FusedOptimizer<SgdGroup>
{
    /// <summary>Takes the parameters and options.</summary>
    /// <param name="parameters">The parameters to train.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="momentum">The share of the last step's direction that is kept.</param>
    /// <param name="dampening">What momentum takes off the gradient.</param>
    /// <param name="weightDecay">The multiple of a parameter that is added to its gradient.</param>
    /// <param name="nesterov">Whether to look ahead along the momentum.</param>
    /// <param name="maximize">Whether to climb instead of descending.</param>
    /// <exception cref="TensorException">An option is out of range, or the parameters can't be trained.</exception>
    public Sgd(
        IEnumerable<Tensor> parameters,
        double lr = 1e-3,
        double momentum = 0,
        double dampening = 0,
        double weightDecay = 0,
        bool nesterov = false,
        bool maximize = false)
        : this([new SgdGroup(parameters)], lr, momentum, dampening, weightDecay, nesterov, maximize)
    {
    }

    /// <summary>Takes groups of parameters, and the options of those that don't set their own.</summary>
    /// <param name="groups">The groups, e.g. <c>[new(body.Parameters()) { Lr = 1e-4 }, new(head.Parameters())]</c>.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="momentum">The share of the last step's direction that is kept.</param>
    /// <param name="dampening">What momentum takes off the gradient.</param>
    /// <param name="weightDecay">The multiple of a parameter that is added to its gradient.</param>
    /// <param name="nesterov">Whether to look ahead along the momentum.</param>
    /// <param name="maximize">Whether to climb instead of descending.</param>
    /// <exception cref="TensorException">An option is out of range, or the parameters can't be trained.</exception>
    [OverloadResolutionPriority(1)]
    public Sgd(
        IEnumerable<SgdGroup> groups,
        double lr = 1e-3,
        double momentum = 0,
        double dampening = 0,
        double weightDecay = 0,
        bool nesterov = false,
        bool maximize = false)
        : base(groups, new SgdGroup([]) { Lr = lr, Momentum = momentum, Dampening = dampening, WeightDecay = weightDecay, Nesterov = nesterov, Maximize = maximize })
    {
    }

    internal override void Update<T>(ParameterGroup group, OptimizedParameter<T> parameter)
    {
        var options = (SgdGroup)group;
        var gradient = new EffectiveGradient<T>(options.WeightDecay, options.Maximize);
        if (options.Momentum == 0)
            parameter.Apply(new PlainRule<T>(T.CreateTruncating(options.Lr), gradient), new SgdUpdate(options, isFirst: false));
        else
            Apply(options, gradient, parameter, isFirst: parameter.GetState(0) is null);
    }

    private static void Apply<T>(SgdGroup options, EffectiveGradient<T> gradient, OptimizedParameter<T> parameter, bool isFirst)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        parameter.Apply(new MomentumRule<T>(options, gradient, isFirst), new SgdUpdate(options, isFirst));

    private protected override StateNames NamesOf(ParameterGroup group) => new("momentum_buffer", HasSteps: false);

    private readonly struct PlainRule<T>(T lr, EffectiveGradient<T> effective) : IUpdateRule<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly Vector<T> _lr = new(lr);

        public static RuleStates States => RuleStates.None;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply(ref Vector<T> value, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third) =>
            value -= _lr * effective.Of(gradient, value);
    }

    private readonly struct MomentumRule<T>(SgdGroup options, EffectiveGradient<T> effective, bool isFirst) : IUpdateRule<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly Vector<T> _lr = new(T.CreateTruncating(options.Lr));
        private readonly Vector<T> _momentum = new(T.CreateTruncating(options.Momentum));

        // The first direction is the gradient itself: dampening begins with the second step.
        private readonly Vector<T> _gain = new(T.CreateTruncating(isFirst ? 1 : 1 - options.Dampening));
        private readonly bool _nesterov = options.Nesterov;

        public static RuleStates States => RuleStates.First;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply(ref Vector<T> value, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third)
        {
            gradient = effective.Of(gradient, value);
            first = (first * _momentum) + (_gain * gradient);
            value -= _lr * (_nesterov ? gradient + (_momentum * first) : first);
        }
    }
}
