using System.Numerics;
using System.Runtime.CompilerServices;

namespace DslTensors;

/// <summary>
/// Divides each step by a running average of the gradient's magnitude (PyTorch's <c>torch.optim.RMSprop</c>; Hinton, 2012; centered
/// by Graves, 2013).
/// </summary>
public sealed class RmsProp : FusedOptimizer
{
    /// <summary>Takes the parameters and options.</summary>
    /// <param name="parameters">The parameters to train.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="alpha">The share kept of the average of squared gradients.</param>
    /// <param name="eps">What is added to the divisor.</param>
    /// <param name="weightDecay">The multiple of a parameter that is added to its gradient.</param>
    /// <param name="momentum">The share of the last step's direction that is kept.</param>
    /// <param name="centered">Whether to divide by an estimate of the variance instead of the square.</param>
    /// <param name="maximize">Whether to climb instead of descending.</param>
    /// <exception cref="TensorException">An option is out of range, or the parameters can't be trained.</exception>
    public RmsProp(
        IEnumerable<Tensor> parameters,
        double lr = 1e-2,
        double alpha = 0.99,
        double eps = 1e-8,
        double weightDecay = 0,
        double momentum = 0,
        bool centered = false,
        bool maximize = false)
        : base(parameters, lr)
    {
        Eps = OptimizerOption.NotNegative("epsilon value", eps);
        Momentum = OptimizerOption.NotNegative("momentum value", momentum);
        WeightDecay = OptimizerOption.NotNegative("weight_decay value", weightDecay);
        Alpha = OptimizerOption.NotNegative("alpha value", alpha);
        (Centered, Maximize) = (centered, maximize);
    }

    /// <summary>The share kept of the average of squared gradients.</summary>
    public double Alpha { get; }

    /// <summary>What is added to the divisor.</summary>
    public double Eps { get; }

    /// <summary>The multiple of a parameter that is added to its gradient.</summary>
    public double WeightDecay { get; }

    /// <summary>The share of the last step's direction that is kept.</summary>
    public double Momentum { get; }

    /// <summary>Whether to divide by an estimate of the variance instead of the square.</summary>
    public bool Centered { get; }

    /// <summary>Whether to climb instead of descending.</summary>
    public bool Maximize { get; }

    internal override void Update<T>(OptimizedParameter<T> parameter) => parameter.Apply(new Rule<T>(this));

    private readonly struct Rule<T>(RmsProp options) : IUpdateRule<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly EffectiveGradient<T> _effective = new(options.WeightDecay, options.Maximize);
        private readonly Vector<T> _lr = new(T.CreateTruncating(options.Lr));
        private readonly Vector<T> _alpha = new(T.CreateTruncating(options.Alpha));
        private readonly Vector<T> _gain = new(T.CreateTruncating(1 - options.Alpha));
        private readonly Vector<T> _momentum = new(T.CreateTruncating(options.Momentum));
        private readonly Vector<T> _eps = new(T.CreateTruncating(options.Eps));
        private readonly bool _centered = options.Centered;

        public static int StateCount => 3;

        /// <summary>States: the averages of the square and of the gradient, and the direction.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply(ref Vector<T> value, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third)
        {
            gradient = _effective.Of(gradient, value);
            first = (first * _alpha) + (gradient * gradient * _gain);
            var spread = first;
            if (_centered)
            {
                second = (second * _alpha) + (gradient * _gain);
                spread -= second * second;
            }

            third = (third * _momentum) + (gradient / (Vector.SquareRoot(spread) + _eps));
            value -= _lr * third;
        }
    }
}
