namespace DslTensors;

/// <summary>
/// Lowers the rates along half a cosine again and again, each time for longer if so wished (PyTorch's
/// <c>CosineAnnealingWarmRestarts</c>; Loshchilov and Hutter, 2016).
/// </summary>
public sealed class CosineAnnealingWarmRestarts : LrScheduler
{
    private readonly int _t0;
    private readonly int _tMult;
    private double _etaMin;
    private double _period;
    private double _current = -1;

    /// <summary>Takes the optimizer and the schedule.</summary>
    /// <param name="optimizer">Whose rates are to change.</param>
    /// <param name="t0">The number of epochs to the first restart.</param>
    /// <param name="tMult">By what each period is longer than the last.</param>
    /// <param name="etaMin">The lowest rate.</param>
    /// <exception cref="TensorException">A number is not positive.</exception>
    public CosineAnnealingWarmRestarts(Optimizer optimizer, int t0, int tMult = 1, double etaMin = 0)
        : base(optimizer)
    {
        (_t0, _etaMin) = (ScheduleOption.Positive("T_0", t0), etaMin);
        _tMult = tMult >= 1 ? tMult : throw new TensorException($"Expected integer T_mult >= 1, but got {tMult}.");
        _period = t0;
        Start();
    }

    /// <inheritdoc/>
    public override void Step()
    {
        if (LastEpoch < 0)
        {
            Step(0);
            return;
        }

        if (++_current >= _period)
        {
            _current -= _period;
            _period *= _tMult;
        }

        MoveTo(LastEpoch + 1, isJump: false);
    }

    /// <summary>Goes to an epoch, which may be a fraction: <c>epoch + (batch / (double)batches)</c> after every batch.</summary>
    /// <param name="epoch">The epoch, 0 or more.</param>
    /// <exception cref="TensorException">The epoch is negative.</exception>
    public void Step(double epoch)
    {
        if (!(epoch >= 0 && epoch <= int.MaxValue))
            throw new TensorException($"Expected non-negative epoch, but got {OptimizerOption.Format(epoch)}.");
        if (epoch < _t0)
        {
            (_period, _current) = (_t0, epoch);
        }
        else if (_tMult == 1)
        {
            _current = epoch % _t0;
        }
        else
        {
            var restarts = (int)Math.Log((epoch / _t0 * (_tMult - 1)) + 1, _tMult);
            var factor = Math.Pow(_tMult, restarts);
            (_period, _current) = (_t0 * factor, epoch - (_t0 * (factor - 1) / (_tMult - 1)));
        }

        MoveTo((int)Math.Floor(epoch), isJump: false);
    }

    internal override void Enter() => Step(0);

    /// <inheritdoc/>
    protected override double GetLr(int group) =>
        _etaMin + ((BaseLrs[group] - _etaMin) * (1 + Math.Cos(Math.PI * _current / _period)) / 2);

    /// <inheritdoc/>
    protected override void Fields(StateFields fields)
    {
        var (t0, tMult) = (_t0, _tMult);
        fields.Field("T_0", ref t0);
        fields.Field("T_i", ref _period);
        fields.Field("T_mult", ref tMult);
        fields.Field("eta_min", ref _etaMin);
        fields.Field("T_cur", ref _current);
        base.Fields(fields);
        if (t0 != _t0 || tMult != _tMult)
            throw new StateDictException($"The state dict is of a schedule with T_0 {t0} and T_mult {tMult}; this one has {_t0} and {_tMult}.");
    }
}
