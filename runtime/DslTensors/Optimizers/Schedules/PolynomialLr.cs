namespace DslTensors;

/// <summary>Lowers the rates to 0 along a polynomial (PyTorch's <c>PolynomialLR</c>).</summary>
public sealed class PolynomialLr : LrScheduler
{
    private int _totalIters;
    private double _power;

    /// <summary>Takes the optimizer and the schedule.</summary>
    /// <param name="optimizer">Whose rates are to change.</param>
    /// <param name="totalIters">The number of epochs to 0.</param>
    /// <param name="power">The power of the polynomial.</param>
    /// <exception cref="TensorException">The number is not positive.</exception>
    public PolynomialLr(Optimizer optimizer, int totalIters = 5, double power = 1)
        : base(optimizer)
    {
        (_totalIters, _power) = (ScheduleOption.Positive("total_iters", totalIters), power);
        Start();
    }

    /// <inheritdoc/>
    protected override double GetLr(int group)
    {
        var lr = Optimizer.Groups[group].Lr;
        if (LastEpoch == 0 || LastEpoch > _totalIters)
            return lr;
        return lr * Math.Pow((1 - ((double)LastEpoch / _totalIters)) / (1 - ((double)(LastEpoch - 1) / _totalIters)), _power);
    }

    /// <inheritdoc/>
    protected override double GetClosedFormLr(int group) =>
        BaseLrs[group] * Math.Pow(1 - ((double)Math.Min(_totalIters, LastEpoch) / _totalIters), _power);

    /// <inheritdoc/>
    protected override void Fields(StateFields fields)
    {
        fields.Field("total_iters", ref _totalIters);
        fields.Field("power", ref _power);
        base.Fields(fields);
        ScheduleOption.Positive("total_iters", _totalIters);
    }
}
