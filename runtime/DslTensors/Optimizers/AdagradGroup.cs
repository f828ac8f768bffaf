namespace DslTensors;

/// <summary>Parameters with options of their own for <see cref="Adagrad"/>; an option that is not set is the optimizer's.</summary>
/// <param name="parameters">The parameters, in order.</param>
public sealed class AdagradGroup(IEnumerable<Tensor> parameters) : ParameterGroup(parameters)
{
    private double? _lrDecay;
    private double? _eps;
    private double? _weightDecay;
    private double? _initialAccumulatorValue;
    private bool? _maximize;

    /// <summary>How fast the rate falls: in step t it is lr / (1 + (t - 1) · lrDecay).</summary>
    /// <exception cref="TensorException">It is negative or not a number.</exception>
    public double LrDecay
    {
        get => _lrDecay ?? 0;
        set => _lrDecay = OptimizerOption.NotNegative("lr_decay value", value);
    }

    /// <summary>What is added to the divisor.</summary>
    /// <exception cref="TensorException">It is negative or not a number.</exception>
    public double Eps
    {
        get => _eps ?? 0;
        set => _eps = OptimizerOption.NotNegative("epsilon value", value);
    }

    /// <summary>The multiple of a parameter that is added to its gradient.</summary>
    /// <exception cref="TensorException">It is negative or not a number.</exception>
    public double WeightDecay
    {
        get => _weightDecay ?? 0;
        set => _weightDecay = OptimizerOption.NotNegative("weight_decay value", value);
    }

    /// <summary>Where the sums of squares begin.</summary>
    /// <exception cref="TensorException">It is negative or not a number.</exception>
    public double InitialAccumulatorValue
    {
        get => _initialAccumulatorValue ?? 0;
        set => _initialAccumulatorValue = OptimizerOption.NotNegative("initial_accumulator_value value", value);
    }

    /// <summary>Whether to climb instead of descending.</summary>
    public bool Maximize
    {
        get => _maximize ?? false;
        set => _maximize = value;
    }

    /// <inheritdoc/>
    protected override void Fields(StateFields fields)
    {
        base.Fields(fields);
        fields.Field("lr_decay", ref _lrDecay);
        fields.Field("eps", ref _eps);
        fields.Field("weight_decay", ref _weightDecay);
        fields.Field("initial_accumulator_value", ref _initialAccumulatorValue);
        fields.Field("maximize", ref _maximize);
    }

    /// <inheritdoc/>
    protected override void Check()
    {
        base.Check();
        OptimizerOption.NotNegative("lr_decay value", LrDecay);
        OptimizerOption.NotNegative("epsilon value", Eps);
        OptimizerOption.NotNegative("weight_decay value", WeightDecay);
        OptimizerOption.NotNegative("initial_accumulator_value value", InitialAccumulatorValue);
    }
}
