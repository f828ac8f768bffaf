using System.Numerics;
using System.Runtime.CompilerServices;

namespace DslTensors;

/// <summary>Stochastic gradient descent, optionally with momentum (PyTorch's <c>torch.optim.SGD</c>).</summary>
public sealed class Sgd : FusedOptimizer
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
        : base(parameters, lr)
    {
        Momentum = OptimizerOption.NotNegative("momentum value", momentum);
        WeightDecay = OptimizerOption.NotNegative("weight_decay value", weightDecay);
        if (nesterov && (momentum <= 0 || dampening != 0))
            throw new TensorException($"Nesterov momentum requires a momentum and zero dampening, but momentum is {momentum} and dampening is {dampening}.");
        (Dampening, Nesterov, Maximize) = (dampening, nesterov, maximize);
    }

    /// <summary>The share of the last step's direction that is kept.</summary>
    public double Momentum { get; }

    /// <summary>What momentum takes off the gradient.</summary>
    public double Dampening { get; }

    /// <summary>The multiple of a parameter that is added to its gradient.</summary>
    public double WeightDecay { get; }

    /// <summary>Whether to look ahead along the momentum.</summary>
    public bool Nesterov { get; }

    /// <summary>Whether to climb instead of descending.</summary>
    public bool Maximize { get; }

    internal override void Update<T>(OptimizedParameter<T> parameter)
    {
        var gradient = new EffectiveGradient<T>(WeightDecay, Maximize);
        if (Momentum == 0)
            parameter.Apply(new PlainRule<T>(T.CreateTruncating(Lr), gradient));
        else
            parameter.Apply(new MomentumRule<T>(this, gradient, isFirst: parameter.Steps == 1));
    }

    private readonly struct PlainRule<T>(T lr, EffectiveGradient<T> effective) : IUpdateRule<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly Vector<T> _lr = new(lr);

        public static int StateCount => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply(ref Vector<T> value, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third) =>
            value -= _lr * effective.Of(gradient, value);
    }

    private readonly struct MomentumRule<T>(Sgd options, EffectiveGradient<T> effective, bool isFirst) : IUpdateRule<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly Vector<T> _lr = new(T.CreateTruncating(options.Lr));
        private readonly Vector<T> _momentum = new(T.CreateTruncating(options.Momentum));

        // The first direction is the gradient itself: dampening begins with the second step.
        private readonly Vector<T> _gain = new(T.CreateTruncating(isFirst ? 1 : 1 - options.Dampening));
        private readonly bool _nesterov = options.Nesterov;

        public static int StateCount => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply(ref Vector<T> value, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third)
        {
            gradient = effective.Of(gradient, value);
            first = (first * _momentum) + (_gain * gradient);
            value -= _lr * (_nesterov ? gradient + (_momentum * first) : first);
        }
    }
}
