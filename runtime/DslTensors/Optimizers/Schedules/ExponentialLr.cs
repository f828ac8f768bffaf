namespace DslTensors;

/// <summary>Multiplies the rates by <c>gamma</c> in every epoch (PyTorch's <c>ExponentialLR</c>).</summary>
public sealed class ExponentialLr : LrScheduler
{
    private double _gamma;

    /// <summary>Takes the optimizer and the schedule.</summary>
    /// <param name="optimizer">Whose rates are to change.</param>
    /// <param name="gamma">The factor.</param>
    public ExponentialLr(Optimizer optimizer, double gamma)
        : base(optimizer)
    {
        _gamma = gamma;
        Start();
    }

    /// <inheritdoc/>
    protected override double GetLr(int group) => LastEpoch == 0 ? Optimizer.Groups[group].Lr : Optimizer.Groups[group].Lr * _gamma;

    /// <inheritdoc/>
    protected override double GetClosedFormLr(int group) => BaseLrs[group] * Math.Pow(_gamma, LastEpoch);

    /// <inheritdoc/>
    protected override void Fields(StateFields fields)
    {
        fields.Field("gamma", ref _gamma);
        base.Fields(fields);
    }
}
