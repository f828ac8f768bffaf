namespace DslTensors;

/// <summary>
/// Lowers the rates along half a cosine for <c>tMax</c> epochs, then raises them the same way (PyTorch's <c>CosineAnnealingLR</c>;
/// Loshchilov and Hutter, 2016, without the restarts).
/// </summary>
public sealed class CosineAnnealingLr : LrScheduler
{
    private int _tMax;
    private double _etaMin;

    /// <summary>Takes the optimizer and the schedule.</summary>
    /// <param name="optimizer">Whose rates are to change.</param>
    /// <param name="tMax">The number of epochs to the lowest rate.</param>
    /// <param name="etaMin">The lowest rate.</param>
    /// <exception cref="TensorException">The number is not positive.</exception>
    public CosineAnnealingLr(Optimizer optimizer, int tMax, double etaMin = 0)
        : base(optimizer)
    {
        (_tMax, _etaMin) = (ScheduleOption.Positive("T_max", tMax), etaMin);
        Start();
    }

    /// <inheritdoc/>
    protected override double GetLr(int group)
    {
        var lr = Optimizer.Groups[group].Lr;
        if (LastEpoch == 0)
            return lr;

        // At the lowest rate the recursion below would divide by 0.
        if ((LastEpoch - 1 - _tMax) % (2 * _tMax) == 0)
            return lr + ((BaseLrs[group] - _etaMin) * (1 - Math.Cos(Math.PI / _tMax)) / 2);
        return ((1 + Math.Cos(Math.PI * LastEpoch / _tMax)) / (1 + Math.Cos(Math.PI * (LastEpoch - 1) / _tMax)) * (lr - _etaMin)) + _etaMin;
    }

    /// <inheritdoc/>
    protected override double GetClosedFormLr(int group) =>
        _etaMin + ((BaseLrs[group] - _etaMin) * (1 + Math.Cos(Math.PI * LastEpoch / _tMax)) / 2);

    /// <inheritdoc/>
    protected override void Fields(StateFields fields)
    {
        fields.Field("T_max", ref _tMax);
        fields.Field("eta_min", ref _etaMin);
        base.Fields(fields);
        ScheduleOption.Positive("T_max", _tMax);
    }
}
