namespace DslTensors;

/// <summary>Parameters with options of their own for <see cref="Adam"/> and <see cref="AdamW"/>; an option that is not set is the optimizer's.</summary>
/// <param name="parameters">The parameters, in order.</param>
public sealed class AdamGroup(IEnumerable<Tensor> parameters) : ParameterGroup(parameters)
{
    private (double Beta1, double Beta2)? _betas;
    private double? _eps;
    private double? _weightDecay;
    private bool? _amsgrad;
    private bool? _maximize;

    /// <summary>The shares kept of the averages of the gradient and of its square.</summary>
    /// <exception cref="TensorException">One is outside of [0, 1).</exception>
    public (double Beta1, double Beta2) Betas
    {
        get => _betas ?? default;
        set => _betas = CheckBetas(value);
    }

    /// <summary>What is added to the divisor.</summary>
    /// <exception cref="TensorException">It is negative or not a number.</exception>
    public double Eps
    {
        get => _eps ?? 0;
        set => _eps = OptimizerOption.NotNegative("epsilon value", value);
    }

    /// <summary>How strongly parameters are pulled to zero.</summary>
    /// <exception cref="TensorException">It is negative or not a number.</exception>
    public double WeightDecay
    {
        get => _weightDecay ?? 0;
        set => _weightDecay = OptimizerOption.NotNegative("weight_decay value", value);
    }

    /// <summary>Whether to divide by the largest average so far.</summary>
    public bool Amsgrad
    {
        get => _amsgrad ?? false;
        set => _amsgrad = value;
    }

    /// <summary>Whether to climb instead of descending.</summary>
    public bool Maximize
    {
        get => _maximize ?? false;
        set => _maximize = value;
    }

    internal override double? CycledMomentum
    {
        get => Betas.Beta1;
        set => Betas = (value ?? 0, Betas.Beta2);
    }

    /// <inheritdoc/>
    protected override void Fields(StateFields fields)
    {
        base.Fields(fields);
        fields.Field("betas", ref _betas);
        fields.Field("eps", ref _eps);
        fields.Field("weight_decay", ref _weightDecay);
        fields.Field("amsgrad", ref _amsgrad);
        fields.Field("maximize", ref _maximize);
    }

    /// <inheritdoc/>
    protected override void Check()
    {
        base.Check();
        CheckBetas(Betas);
        OptimizerOption.NotNegative("epsilon value", Eps);
        OptimizerOption.NotNegative("weight_decay value", WeightDecay);
    }

    private static (double, double) CheckBetas((double Beta1, double Beta2) betas) =>
        (OptimizerOption.Decay("beta parameter at index 0", betas.Beta1), OptimizerOption.Decay("beta parameter at index 1", betas.Beta2));
}
