namespace DslTensors;

/// <summary>Multiplies the rates by a factor that goes from one value to another in equal steps, e.g. to warm up (PyTorch's <c>LinearLR</c>).</summary>
public sealed class LinearLr : LrScheduler
{
    private double _startFactor;
    private double _endFactor;
    private int _totalIters;

    /// <summary>Takes the optimizer and the schedule.</summary>
    /// <param name="optimizer">Whose rates are to change.</param>
    /// <param name="startFactor">The factor of the first epoch; PyTorch's default is a third.</param>
    /// <param name="endFactor">The factor at the end.</param>
    /// <param name="totalIters">The number of epochs to the end.</param>
    /// <exception cref="TensorException">A factor is not from 0 to 1, or the number is not positive.</exception>
    public LinearLr(Optimizer optimizer, double startFactor = 1.0 / 3, double endFactor = 1, int totalIters = 5)
        : base(optimizer)
    {
        if (!(startFactor is > 0 and <= 1))
            throw new TensorException($"Starting multiplicative factor expected to be greater than 0 and less or equal to 1, but it is {OptimizerOption.Format(startFactor)}.");
        if (!(endFactor is >= 0 and <= 1))
            throw new TensorException($"Ending multiplicative factor expected to be between 0 and 1, but it is {OptimizerOption.Format(endFactor)}.");
        (_startFactor, _endFactor, _totalIters) = (startFactor, endFactor, ScheduleOption.Positive("total_iters", totalIters));
        Start();
    }

    /// <inheritdoc/>
    protected override double GetLr(int group)
    {
        var lr = Optimizer.Groups[group].Lr;
        if (LastEpoch == 0)
            return lr * _startFactor;
        if (LastEpoch > _totalIters)
            return lr;
        var rise = _endFactor - _startFactor;
        return lr * (1 + (rise / ((_totalIters * _startFactor) + ((LastEpoch - 1) * rise))));
    }

    /// <inheritdoc/>
    protected override double GetClosedFormLr(int group) =>
        BaseLrs[group] * (_startFactor + ((_endFactor - _startFactor) * Math.Min(_totalIters, LastEpoch) / _totalIters));

    /// <inheritdoc/>
    protected override void Fields(StateFields fields)
    {
        fields.Field("start_factor", ref _startFactor);
        fields.Field("end_factor", ref _endFactor);
        fields.Field("total_iters", ref _totalIters);
        base.Fields(fields);
        ScheduleOption.Positive("total_iters", _totalIters);
    }
}
