namespace DslTensors;

/// <summary>Multiplies the rates by a factor for some epochs (PyTorch's <c>ConstantLR</c>).</summary>
public sealed class ConstantLr : LrScheduler
{
    private double _factor;
    private int _totalIters;

    /// <summary>Takes the optimizer and the schedule.</summary>
    /// <param name="optimizer">Whose rates are to change.</param>
    /// <param name="factor">The factor; PyTorch's default is a third.</param>
    /// <param name="totalIters">The number of epochs that it holds for.</param>
    /// <exception cref="TensorException">The factor is not from 0 to 1.</exception>
    public ConstantLr(Optimizer optimizer, double factor = 1.0 / 3, int totalIters = 5)
        : base(optimizer)
    {
        if (!(factor is > 0 and <= 1))
            throw new TensorException($"Constant multiplicative factor expected to be between 0 and 1, but it is {OptimizerOption.Format(factor)}.");
        (_factor, _totalIters) = (factor, totalIters);
        Start();
    }

    /// <inheritdoc/>
    protected override double GetLr(int group)
    {
        var lr = Optimizer.Groups[group].Lr;
        if (LastEpoch == 0)
            return lr * _factor;
        return LastEpoch == _totalIters ? lr * (1 / _factor) : lr;
    }

    /// <inheritdoc/>
    protected override double GetClosedFormLr(int group) => BaseLrs[group] * (LastEpoch >= _totalIters ? 1 : _factor);

    /// <inheritdoc/>
    protected override void Fields(StateFields fields)
    {
        fields.Field("factor", ref _factor);
        fields.Field("total_iters", ref _totalIters);
        base.Fields(fields);
    }
}
