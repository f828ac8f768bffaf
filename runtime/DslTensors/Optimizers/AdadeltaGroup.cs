namespace DslTensors;

/// <summary>Parameters with options of their own for <see cref="Adadelta"/>; an option that is not set is the optimizer's.</summary>
/// <param name="parameters">The parameters, in order.</param>
public sealed class AdadeltaGroup(IEnumerable<Tensor> parameters) : ParameterGroup(parameters)
{
    private double? _rho;
    private double? _eps;
    private double? _weightDecay;
    private bool? _maximize;

    /// <summary>The share kept of the averages of squared gradients and of squared steps.</summary>
    /// <exception cref="TensorException">It is outside of [0, 1].</exception>
    public double Rho
    {
        get => _rho ?? 0;
        set => _rho = OptimizerOption.Share("rho value", value);
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
        fields.Field("rho", ref _rho);
        fields.Field("eps", ref _eps);
        fields.Field("weight_decay", ref _weightDecay);
        fields.Field("maximize", ref _maximize);
    }

    /// <inheritdoc/>
    protected override void Check()
    {
        base.Check();
        OptimizerOption.Share("rho value", Rho);
        OptimizerOption.NotNegative("epsilon value", Eps);
        OptimizerOption.NotNegative("weight_decay value", WeightDecay);
    }
}
