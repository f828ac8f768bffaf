using System.Numerics;
using System.Runtime.CompilerServices;

namespace DslTensors;

/// <summary>
/// Divides each step by a running average of the gradient's magnitude (PyTorch's <c>torch.optim.RMSprop</c>; Hinton, 2012; centered
/// by Graves, 2013).
/// </summary>
public sealed class RmsProp : FusedOptimizer<RmsPropGroup>
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
        : this([new RmsPropGroup(parameters)], lr, alpha, eps, weightDecay, momentum, centered, maximize)
    {
    }

    /// <summary>Takes groups of parameters, and the options of those that don't set their own.</summary>
    /// <param name="groups">The groups, e.g. <c>[new(body.Parameters()) { Lr = 1e-4 }, new(head.Parameters())]</c>.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="alpha">The share kept of the average of squared gradients.</param>
    /// <param name="eps">What is added to the divisor.</param>
    /// <param name="weightDecay">The multiple of a parameter that is added to its gradient.</param>
    /// <param name="momentum">The share of the last step's direction that is kept.</param>
    /// <param name="centered">Whether to divide by an estimate of the variance instead of the square.</param>
    /// <param name="maximize">Whether to climb instead of descending.</param>
    /// <exception cref="TensorException">An option is out of range, or the parameters can't be trained.</exception>
    [OverloadResolutionPriority(1)]
    public RmsProp(
        IEnumerable<RmsPropGroup> groups,
        double lr = 1e-2,
        double alpha = 0.99,
        double eps = 1e-8,
        double weightDecay = 0,
        double momentum = 0,
        bool centered = false,
        bool maximize = false)
        : base(groups, new RmsPropGroup([]) { Lr = lr, Alpha = alpha, Eps = eps, WeightDecay = weightDecay, Momentum = momentum, Centered = centered, Maximize = maximize })
    {
    }

    private interface IChoice
    {
        static abstract bool IsMade { get; }
    }

    internal override void Update<T>(ParameterGroup group, OptimizedParameter<T> parameter)
    {
        var options = (RmsPropGroup)group;
        switch (options.Centered, options.Momentum > 0)
        {
            case (false, false):
                parameter.Apply(new Rule<T, No, No>(options));
                break;
            case (false, true):
                parameter.Apply(new Rule<T, No, Yes>(options));
                break;
            case (true, false):
                parameter.Apply(new Rule<T, Yes, No>(options));
                break;
            default:
                parameter.Apply(new Rule<T, Yes, Yes>(options));
                break;
        }
    }

    private protected override StateNames NamesOf(ParameterGroup group)
    {
        var options = (RmsPropGroup)group;
        return new("square_avg", options.Centered ? "grad_avg" : null, options.Momentum > 0 ? "momentum_buffer" : null);
    }

    private readonly struct Yes : IChoice
    {
        public static bool IsMade => true;
    }

    private readonly struct No : IChoice
    {
        public static bool IsMade => false;
    }

    // The kind of rule is a type: states that it does not keep then cost neither memory nor time.
    private readonly struct Rule<T, TCentered, TMomentum>(RmsPropGroup options) : IUpdateRule<T>
        where T : unmanaged, IFloatingPointIeee754<T>
        where TCentered : struct, IChoice
        where TMomentum : struct, IChoice
    {
        private readonly EffectiveGradient<T> _effective = new(options.WeightDecay, options.Maximize);
        private readonly Vector<T> _lr = new(T.CreateTruncating(options.Lr));
        private readonly Vector<T> _alpha = new(T.CreateTruncating(options.Alpha));
        private readonly Vector<T> _gain = new(T.CreateTruncating(1 - options.Alpha));
        private readonly Vector<T> _momentum = new(T.CreateTruncating(options.Momentum));
        private readonly Vector<T> _eps = new(T.CreateTruncating(options.Eps));

        public static RuleStates States =>
            RuleStates.First | (TCentered.IsMade ? RuleStates.Second : RuleStates.None) | (TMomentum.IsMade ? RuleStates.Third : RuleStates.None);

        /// <summary>States: the averages of the square and of the gradient, and the direction.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply(ref Vector<T> value, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third)
        {
            gradient = _effective.Of(gradient, value);
            first = (first * _alpha) + (gradient * gradient * _gain);
            var spread = first;
            if (TCentered.IsMade)
            {
                second = (second * _alpha) + (gradient * _gain);
                spread -= second * second;
            }

            var direction = gradient / (Vector.SquareRoot(spread) + _eps);
            if (TMomentum.IsMade)
                direction = third = (third * _momentum) + direction;
            value -= _lr * direction;
        }
    }
}
