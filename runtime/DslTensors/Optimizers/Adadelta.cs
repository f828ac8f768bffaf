using System.Numerics;
using System.Runtime.CompilerServices;

namespace DslTensors;

/// <summary>
/// Scales each step by the ratio of the averages of past steps and of gradients, so that hardly any rate has to be chosen (PyTorch's
/// <c>torch.optim.Adadelta</c>; Zeiler, 2012).
/// </summary>
public sealed class Adadelta : FusedOptimizer<AdadeltaGroup>
{
    /// <summary>Takes the parameters and options.</summary>
    /// <param name="parameters">The parameters to train.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="rho">The share kept of the averages of squared gradients and of squared steps.</param>
    /// <param name="eps">What is added to the divisor.</param>
    /// <param name="weightDecay">The multiple of a parameter that is added to its gradient.</param>
    /// <param name="maximize">Whether to climb instead of descending.</param>
    /// <exception cref="TensorException">An option is out of range, or the parameters can't be trained.</exception>
    public Adadelta(
        IEnumerable<Tensor> parameters,
        double lr = 1.0,
        double rho = 0.9,
        double eps = 1e-6,
        double weightDecay = 0,
        bool maximize = false)
        : this([new AdadeltaGroup(parameters)], lr, rho, eps, weightDecay, maximize)
    {
    }

    /// <summary>Takes groups of parameters, and the options of those that don't set their own.</summary>
    /// <param name="groups">The groups, e.g. <c>[new(body.Parameters()) { Lr = 1e-4 }, new(head.Parameters())]</c>.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="rho">The share kept of the averages of squared gradients and of squared steps.</param>
    /// <param name="eps">What is added to the divisor.</param>
    /// <param name="weightDecay">The multiple of a parameter that is added to its gradient.</param>
    /// <param name="maximize">Whether to climb instead of descending.</param>
    /// <exception cref="TensorException">An option is out of range, or the parameters can't be trained.</exception>
    [OverloadResolutionPriority(1)]
    public Adadelta(
        IEnumerable<AdadeltaGroup> groups,
        double lr = 1.0,
        double rho = 0.9,
        double eps = 1e-6,
        double weightDecay = 0,
        bool maximize = false)
        : base(groups, new AdadeltaGroup([]) { Lr = lr, Rho = rho, Eps = eps, WeightDecay = weightDecay, Maximize = maximize })
    {
    }

    internal override void Update<T>(ParameterGroup group, OptimizedParameter<T> parameter) => parameter.Apply(new Rule<T>((AdadeltaGroup)group));

    private protected override StateNames NamesOf(ParameterGroup group) => new("square_avg", "acc_delta");

    private readonly struct Rule<T>(AdadeltaGroup options) : IUpdateRule<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly EffectiveGradient<T> _effective = new(options.WeightDecay, options.Maximize);
        private readonly Vector<T> _lr = new(T.CreateTruncating(options.Lr));
        private readonly Vector<T> _rho = new(T.CreateTruncating(options.Rho));
        private readonly Vector<T> _gain = new(T.CreateTruncating(1 - options.Rho));
        private readonly Vector<T> _eps = new(T.CreateTruncating(options.Eps));

        public static RuleStates States => RuleStates.First | RuleStates.Second;

        /// <summary>States: the averages of the squares of the gradient and of the step.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply(ref Vector<T> value, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third)
        {
            gradient = _effective.Of(gradient, value);
            first = (first * _rho) + (gradient * gradient * _gain);
            var step = Vector.SquareRoot(second + _eps) / Vector.SquareRoot(first + _eps) * gradient;
            second = (second * _rho) + (step * step * _gain);
            value -= _lr * step;
        }
    }
}
