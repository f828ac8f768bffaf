using System.Numerics;
using System.Runtime.CompilerServices;

namespace DslTensors;

/// <summary>
/// Adam, which scales each step by running averages of the gradient and its square (PyTorch's <c>torch.optim.Adam</c>; Kingma and
/// Ba, 2014; amsgrad by Reddi, Kale and Kumar, 2018).
/// </summary>
public class Adam : FusedOptimizer<AdamGroup>
{
    private readonly bool _decouplesDecay;

    /// <summary>Takes the parameters and options.</summary>
    /// <param name="parameters">The parameters to train.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="betas">The shares kept of the averages of the gradient and of its square; by default 0.9 and 0.999.</param>
    /// <param name="eps">What is added to the divisor.</param>
    /// <param name="weightDecay">The multiple of a parameter that is added to its gradient.</param>
    /// <param name="amsgrad">Whether to divide by the largest average so far.</param>
    /// <param name="maximize">Whether to climb instead of descending.</param>
    /// <exception cref="TensorException">An option is out of range, or the parameters can't be trained.</exception>
    public Adam(
        IEnumerable<Tensor> parameters,
        double lr = 1e-3,
        (double Beta1, double Beta2)? betas = null,
        double eps = 1e-8,
        double weightDecay = 0,
        bool amsgrad = false,
        bool maximize = false)
        : this([new AdamGroup(parameters)], lr, betas, eps, weightDecay, amsgrad, maximize)
    {
    }

    /// <summary>Takes groups of parameters, and the options of those that don't set their own.</summary>
    /// <param name="groups">The groups, e.g. <c>[new(body.Parameters()) { Lr = 1e-4 }, new(head.Parameters())]</c>.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="betas">The shares kept of the averages of the gradient and of its square; by default 0.9 and 0.999.</param>
    /// <param name="eps">What is added to the divisor.</param>
    /// <param name="weightDecay">The multiple of a parameter that is added to its gradient.</param>
    /// <param name="amsgrad">Whether to divide by the largest average so far.</param>
    /// <param name="maximize">Whether to climb instead of descending.</param>
    /// <exception cref="TensorException">An option is out of range, or the parameters can't be trained.</exception>
    [OverloadResolutionPriority(1)]
    public Adam(
        IEnumerable<AdamGroup> groups,
        double lr = 1e-3,
        (double Beta1, double Beta2)? betas = null,
        double eps = 1e-8,
        double weightDecay = 0,
        bool amsgrad = false,
        bool maximize = false)
        : base(groups, new AdamGroup([]) { Lr = lr, Betas = betas ?? (0.9, 0.999), Eps = eps, WeightDecay = weightDecay, Amsgrad = amsgrad, Maximize = maximize })
    {
    }

    private protected Adam(IEnumerable<AdamGroup> groups, AdamGroup defaults, bool decouplesDecay)
        : base(groups, defaults) => _decouplesDecay = decouplesDecay;

    internal override void Update<T>(ParameterGroup group, OptimizedParameter<T> parameter)
    {
        var options = (AdamGroup)group;
        var averages = new Averages<T>(options, _decouplesDecay, parameter.Steps);
        var update = new AdamUpdate(options, _decouplesDecay, parameter.Steps);
        if (options.Amsgrad)
            parameter.Apply(new AmsgradRule<T>(averages), update);
        else
            parameter.Apply(new PlainRule<T>(averages), update);
    }

    private protected override StateNames NamesOf(ParameterGroup group) =>
        new("exp_avg", "exp_avg_sq", ((AdamGroup)group).Amsgrad ? "max_exp_avg_sq" : null);

    private readonly struct Averages<T>(AdamGroup options, bool decouplesDecay, long steps)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly EffectiveGradient<T> _effective = new(decouplesDecay ? 0 : options.WeightDecay, options.Maximize);
        private readonly Vector<T> _kept = Create(decouplesDecay ? 1 - (options.Lr * options.WeightDecay) : 1);
        private readonly Vector<T> _beta1 = Create(options.Betas.Beta1);
        private readonly Vector<T> _gain1 = Create(1 - options.Betas.Beta1);
        private readonly Vector<T> _beta2 = Create(options.Betas.Beta2);
        private readonly Vector<T> _gain2 = Create(1 - options.Betas.Beta2);

        // The averages begin at zero; these corrections take that bias out.
        private readonly Vector<T> _stepSize = Create(options.Lr / (1 - Math.Pow(options.Betas.Beta1, steps)));
        private readonly Vector<T> _rootCorrection = Create(Math.Sqrt(1 - Math.Pow(options.Betas.Beta2, steps)));
        private readonly Vector<T> _eps = Create(options.Eps);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Advance(ref Vector<T> value, Vector<T> gradient, ref Vector<T> average, ref Vector<T> square)
        {
            gradient = _effective.Of(gradient, value);
            value *= _kept;
            average = (average * _beta1) + (gradient * _gain1);
            square = (square * _beta2) + (gradient * gradient * _gain2);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Move(ref Vector<T> value, Vector<T> average, Vector<T> square) =>
            value -= _stepSize * (average / ((Vector.SquareRoot(square) / _rootCorrection) + _eps));

        private static Vector<T> Create(double value) => new(T.CreateTruncating(value));
    }

    private readonly struct PlainRule<T>(Averages<T> averages) : IUpdateRule<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public static RuleStates States => RuleStates.First | RuleStates.Second;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply(ref Vector<T> value, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third)
        {
            averages.Advance(ref value, gradient, ref first, ref second);
            averages.Move(ref value, first, second);
        }
    }

    private readonly struct AmsgradRule<T>(Averages<T> averages) : IUpdateRule<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public static RuleStates States => RuleStates.First | RuleStates.Second | RuleStates.Third;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply(ref Vector<T> value, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third)
        {
            averages.Advance(ref value, gradient, ref first, ref second);
            third = Vector.Max(third, second);
            averages.Move(ref value, first, third);
        }
    }
}
