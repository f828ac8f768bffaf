using System.Numerics;
using System.Runtime.CompilerServices;

namespace DslTensors;

/// <summary>
/// Divides each step by the root of the sum of all squared gradients so far (PyTorch's <c>torch.optim.Adagrad</c>; Duchi, Hazan and
/// Singer, 2011).
/// </summary>
public sealed class Adagrad : FusedOptimizer<AdagradGroup>
{
    /// <summary>Takes the parameters and options.</summary>
    /// <param name="parameters">The parameters to train.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="lrDecay">How fast the rate falls: in step t it is lr / (1 + (t - 1) · lrDecay).</param>
    /// <param name="weightDecay">The multiple of a parameter that is added to its gradient.</param>
    /// <param name="initialAccumulatorValue">Where the sums of squares begin.</param>
    /// <param name="eps">What is added to the divisor.</param>
    /// <param name="maximize">Whether to climb instead of descending.</param>
    /// <exception cref="TensorException">An option is out of range, or the parameters can't be trained.</exception>
    public Adagrad(
        IEnumerable<Tensor> parameters,
        double lr = 1e-2,
        double lrDecay = 0,
        double weightDecay = 0,
        double initialAccumulatorValue = 0,
        double eps = 1e-10,
        bool maximize = false)
        : this([new AdagradGroup(parameters)], lr, lrDecay, weightDecay, initialAccumulatorValue, eps, maximize)
    {
    }

    /// <summary>Takes groups of parameters, and the options of those that don't set their own.</summary>
    /// <param name="groups">The groups, e.g. <c>[new(body.Parameters()) { Lr = 1e-4 }, new(head.Parameters())]</c>.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="lrDecay">How fast the rate falls: in step t it is lr / (1 + (t - 1) · lrDecay).</param>
    /// <param name="weightDecay">The multiple of a parameter that is added to its gradient.</param>
    /// <param name="initialAccumulatorValue">Where the sums of squares begin.</param>
    /// <param name="eps">What is added to the divisor.</param>
    /// <param name="maximize">Whether to climb instead of descending.</param>
    /// <exception cref="TensorException">An option is out of range, or the parameters can't be trained.</exception>
    [OverloadResolutionPriority(1)]
    public Adagrad(
        IEnumerable<AdagradGroup> groups,
        double lr = 1e-2,
        double lrDecay = 0,
        double weightDecay = 0,
        double initialAccumulatorValue = 0,
        double eps = 1e-10,
        bool maximize = false)
        : base(groups, new AdagradGroup([]) { Lr = lr, LrDecay = lrDecay, WeightDecay = weightDecay, InitialAccumulatorValue = initialAccumulatorValue, Eps = eps, Maximize = maximize })
    {
    }

    private protected override bool HasStatesFromStart => true;

    internal override void Update<T>(ParameterGroup group, OptimizedParameter<T> parameter) =>
        parameter.Apply(new Rule<T>((AdagradGroup)group, parameter.Steps), T.CreateTruncating(InitialState(group)));

    private protected override StateNames NamesOf(ParameterGroup group) => new("sum");

    private protected override double InitialState(ParameterGroup group) => ((AdagradGroup)group).InitialAccumulatorValue;

    private readonly struct Rule<T>(AdagradGroup options, long steps) : IUpdateRule<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly EffectiveGradient<T> _effective = new(options.WeightDecay, options.Maximize);
        private readonly Vector<T> _lr = new(T.CreateTruncating(options.Lr / (1 + ((steps - 1) * options.LrDecay))));
        private readonly Vector<T> _eps = new(T.CreateTruncating(options.Eps));

        public static RuleStates States => RuleStates.First;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply(ref Vector<T> value, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third)
        {
            gradient = _effective.Of(gradient, value);
            first += gradient * gradient;
            value -= _lr * (gradient / (Vector.SquareRoot(first) + _eps));
        }
    }
}
