namespace DslTensors;

/// <summary>Parameters with options of their own for <see cref="Sgd"/>; an option that is not set is the optimizer's.</summary>
/// <param name="parameters">The parameters, in order.</param>
public sealed class SgdGroup(IEnumerable<Tensor> parameters) : ParameterGroup(parameters)
{
    private double? _momentum;
    private double? _dampening;
    private double? _weightDecay;
    private bool? _nesterov;
    private bool? _maximize;

    /// <summary>The share of the last step's direction that is kept.</summary>
    /// <exception cref="TensorException">It is negative or not a number.</exception>
    public double Momentum
    {
        get => _momentum ?? 0;
        set => _momentum = OptimizerOption.NotNegative("momentum value", value);
    }

    /// <summary>What momentum takes off the gradient.</summary>
    public double Dampening
    {
        get => _dampening ?? 0;
        set => _dampening = value;
    }

    /// <summary>The multiple of a parameter that is added to its gradient.</summary>
    /// <exception cref="TensorException">It is negative or not a number.</exception>
    public double WeightDecay
    {
        get => _weightDecay ?? 0;
        set => _weightDecay = OptimizerOption.NotNegative("weight_decay value", value);
    }

    /// <summary>Whether to look ahead along the momentum.</summary>
    public bool Nesterov
    {
        get => _nesterov ?? false;
        set => _nesterov = value;
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
        fields.Field("dampening", ref _dampening);
        fields.Field("weight_decay", ref _weightDecay);
        fields.Field("nesterov", ref _nesterov);
        fields.Field("maximize", ref _maximize);
    }

    /// <inheritdoc/>
    protected override void Check()
    {
        base.Check();
        OptimizerOption.NotNegative("momentum value", Momentum);
        OptimizerOption.NotNegative("weight_decay value", WeightDecay);
        if (Nesterov && (Momentum <= 0 || Dampening != 0))
            throw new TensorException($"Nesterov momentum requires a momentum and zero dampening, but momentum is {Momentum} and dampening is {Dampening}.");
    }
}
