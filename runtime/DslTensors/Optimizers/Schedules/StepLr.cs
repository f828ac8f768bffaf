namespace DslTensors;

/// <summary>Multiplies the rates by <c>gamma</c> every <c>stepSize</c> epochs (PyTorch's <c>StepLR</c>).</summary>
public sealed class StepLr : LrScheduler
{
    private int _stepSize;
    private double _gamma;

    /// <summary>Takes the optimizer and the schedule.</summary>
    /// <param name="optimizer">Whose rates are to change.</param>
    /// <param name="stepSize">The number of epochs between changes.</param>
    /// <param name="gamma">The factor.</param>
    /// <exception cref="TensorException">The number is not positive.</exception>
    public StepLr(Optimizer optimizer, int stepSize, double gamma = 0.1)
        : base(optimizer)
    {
        (_stepSize, _gamma) = (ScheduleOption.Positive("step_size", stepSize), gamma);
        Start();
    }

    /// <inheritdoc/>
    protected override double GetLr(int group) =>
        LastEpoch == 0 || LastEpoch % _stepSize != 0 ? Optimizer.Groups[group].Lr : Optimizer.Groups[group].Lr * _gamma;

    /// <inheritdoc/>
    protected override double GetClosedFormLr(int group) => BaseLrs[group] * Math.Pow(_gamma, LastEpoch / _stepSize);

    /// <inheritdoc/>
    protected override void Fields(StateFields fields)
    {
        fields.Field("step_size", ref _stepSize);
        fields.Field("gamma", ref _gamma);
        base.Fields(fields);
        ScheduleOption.Positive("step_size", _stepSize);
    }
}
