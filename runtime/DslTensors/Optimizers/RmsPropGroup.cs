namespace DslTensors;

/// <summary>Parameters with options of their own for <see cref="RmsProp"/>; an option that is not set is the optimizer's.</summary>
/// <param name="parameters">The parameters, in order.</param>
public sealed class RmsPropGroup(IEnumerable<Tensor> parameters) : ParameterGroup(parameters)
{
    private double? _momentum;
    private double? _alpha;
    private double? _eps;
    private bool? _centered;
    private double? _weightDecay;
    private bool? _maximize;

    /// <summary>The share of the last step's direction that is kept.</summary>
    /// <exception cref="TensorException">It is negative or not a number.</exception>
    public double Momentum
    {
        get => _momentum ?? 0;
        set => _momentum = OptimizerOption.NotNegative("momentum value", value);
    }

    /// <summary>The share kept of the average of squared gradients.</summary>
    /// <exception cref="TensorException">It is negative or not a number.</exception>
    public double Alpha
    {
        get => _alpha ?? 0;
        set => _alpha = OptimizerOption.NotNegative("alpha value", value);
    }

    /// <summary>What is added to the divisor.</summary>
    /// <exception cref="TensorException">It is negative or not a number.</exception>
    public double Eps
    {
        get => _eps ?? 0;
        set => _eps = OptimizerOption.NotNegative("epsilon value", value);
    }

    /// <summary>Whether to divide by an estimate of the variance instead of the square.</summary>
    public bool Centered
    {
        get => _centered ?? false;
        set => _centered = value;
    }

    /// <summary>The multiple of a parameter that is added to its gradient.</summary>
    /// <exception cref="TensorException">It is negative or not a number.</exception>
    public double WeightDecay
    {
        get => _weightDecay ?? 0;
        set => _weightDecay = OptimizerOption.NotNegative("weight_decay value", value);
    }

    /// <summary>Whether to climb instead of descending.</summary>
    public bool Maximize
    {
        get => _maximize ?? false;
        set => _maximize = value;
    }

    internal override double? CycledMomentum
    {
        get => Momentum;
        set => Momentum = value ?? 0;
    }

    /// <inheritdoc/>
    protected override void Fields(StateFields fields)
    {
        base.Fields(fields);
        fields.Field("momentum", ref _momentum);
        fields.Field("alpha", ref _alpha);
        fields.Field("eps", ref _eps);
        fields.Field("centered", ref _centered);
        fields.Field("weight_decay", ref _weightDecay);
        fields.Field("maximize", ref _maximize);
    }

    /// <inheritdoc/>
    protected override void Check()
    {
        base.Check();
        OptimizerOption.NotNegative("momentum value", Momentum);
        OptimizerOption.NotNegative("alpha value", Alpha);
        OptimizerOption.NotNegative("epsilon value", Eps);
        OptimizerOption.NotNegative("weight_decay value", WeightDecay);
    }
}
