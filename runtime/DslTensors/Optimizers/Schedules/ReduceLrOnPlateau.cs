namespace DslTensors;

/// <summary>Lowers the rates when a measure, e.g. the loss on held-out data, has stopped to improve (PyTorch's <c>ReduceLROnPlateau</c>).</summary>
public sealed class ReduceLrOnPlateau
{
    private readonly Optimizer _optimizer;
    private double _factor;
    private double[] _minLrs;
    private int _patience;
    private int _cooldown;
    private int _cooldownCounter;
    private string _mode;
    private double _threshold;
    private string _thresholdMode;
    private double _best;
    private int _badEpochs;
    private double _eps;
    private int _lastEpoch;
    private double[] _lastLr;

    /// <summary>Takes the optimizer and the schedule.</summary>
    /// <param name="optimizer">Whose rates are to change.</param>
    /// <param name="mode">Whether a lower or a higher measure is better.</param>
    /// <param name="factor">What the rates are multiplied by.</param>
    /// <param name="patience">How many epochs without improvement are let pass.</param>
    /// <param name="threshold">What counts as an improvement.</param>
    /// <param name="thresholdMode">Whether <paramref name="threshold"/> is a share of the best measure or a difference.</param>
    /// <param name="cooldown">How many epochs after a change are let pass before counting begins again.</param>
    /// <param name="minLr">The lowest rate.</param>
    /// <param name="eps">Changes up to this are not made.</param>
    /// <exception cref="TensorException">The factor is 1 or more.</exception>
    public ReduceLrOnPlateau(
        Optimizer optimizer,
        PlateauMode mode = PlateauMode.Min,
        double factor = 0.1,
        int patience = 10,
        double threshold = 1e-4,
        ThresholdMode thresholdMode = ThresholdMode.Rel,
        int cooldown = 0,
        double minLr = 0,
        double eps = 1e-8)
        : this(optimizer, [minLr], mode, factor, patience, threshold, thresholdMode, cooldown, eps)
    {
    }

    /// <summary>Takes the optimizer and the schedule, with a lowest rate for each group.</summary>
    /// <inheritdoc cref="ReduceLrOnPlateau(Optimizer, PlateauMode, double, int, double, ThresholdMode, int, double, double)"/>
    public ReduceLrOnPlateau(
        Optimizer optimizer,
        IReadOnlyList<double> minLr,
        PlateauMode mode = PlateauMode.Min,
        double factor = 0.1,
        int patience = 10,
        double threshold = 1e-4,
        ThresholdMode thresholdMode = ThresholdMode.Rel,
        int cooldown = 0,
        double eps = 1e-8)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        if (!(factor < 1))
            throw new TensorException($"Factor should be < 1.0, but it is {OptimizerOption.Format(factor)}.");
        _optimizer = optimizer;
        _minLrs = ScheduleOption.ForGroups("min_lrs", optimizer, [.. minLr]);
        (_factor, _patience, _threshold, _cooldown, _eps) = (factor, patience, threshold, cooldown, eps);
        _mode = mode == PlateauMode.Min ? "min" : "max";
        _thresholdMode = thresholdMode == ThresholdMode.Rel ? "rel" : "abs";
        _best = Worst;
        _lastLr = Lrs();
    }

    /// <summary>The rate of each group after the last step.</summary>
    public IReadOnlyList<double> LastLr => _lastLr;

    /// <summary>The number of steps so far.</summary>
    public int LastEpoch => _lastEpoch;

    /// <summary>The best measure so far.</summary>
    public double Best => _best;

    private double Worst => _mode == "min" ? double.PositiveInfinity : double.NegativeInfinity;

    /// <summary>Takes the measure of an epoch.</summary>
    /// <param name="metrics">The measure.</param>
    public void Step(double metrics)
    {
        _lastEpoch++;
        if (IsBetter(metrics))
            (_best, _badEpochs) = (metrics, 0);
        else
            _badEpochs++;
        if (_cooldownCounter > 0)
        {
            _cooldownCounter--;
            _badEpochs = 0;
        }

        if (_badEpochs > _patience)
        {
            Reduce();
            (_cooldownCounter, _badEpochs) = (_cooldown, 0);
        }

        _lastLr = Lrs();
    }

    /// <inheritdoc cref="LrScheduler.StateDict"/>
    public IReadOnlyDictionary<object, object?> StateDict() => StateFields.Save(Fields);

    /// <inheritdoc cref="LrScheduler.LoadStateDict"/>
    public void LoadStateDict(IReadOnlyDictionary<object, object?> stateDict)
    {
        ArgumentNullException.ThrowIfNull(stateDict);
        StateFields.Load(((ReduceLrOnPlateau)MemberwiseClone()).Fields, stateDict);
        StateFields.Load(Fields, stateDict);
    }

    private bool IsBetter(double value) => (_mode, _thresholdMode) switch
    {
        ("min", "rel") => value < _best * (1 - _threshold),
        ("min", _) => value < _best - _threshold,
        (_, "rel") => value > _best * (_threshold + 1),
        _ => value > _best + _threshold,
    };

    private void Reduce()
    {
        for (var i = 0; i < _optimizer.Groups.Count; i++)
        {
            var group = _optimizer.Groups[i];
            var lr = Math.Max(group.Lr * _factor, _minLrs[Math.Min(i, _minLrs.Length - 1)]);
            if (group.Lr - lr > _eps)
                group.Lr = lr;
        }
    }

    private double[] Lrs() => [.. _optimizer.Groups.Select(group => group.Lr)];

    private void Fields(StateFields fields)
    {
        var worst = Worst;
        fields.Field("factor", ref _factor);
        fields.Field("min_lrs", ref _minLrs);
        fields.Field("patience", ref _patience);
        fields.Field("cooldown", ref _cooldown);
        fields.Field("cooldown_counter", ref _cooldownCounter);
        fields.Field("mode", ref _mode);
        fields.Field("threshold", ref _threshold);
        fields.Field("threshold_mode", ref _thresholdMode);
        fields.Field("best", ref _best);
        fields.Field("num_bad_epochs", ref _badEpochs);
        fields.Field("mode_worse", ref worst);
        fields.Field("eps", ref _eps);
        fields.Field("last_epoch", ref _lastEpoch);
        fields.Field("_last_lr", ref _lastLr);
        if (_mode is not ("min" or "max"))
            throw new StateDictException($"mode {_mode} is unknown! It is min or max.");
        if (_thresholdMode is not ("rel" or "abs"))
            throw new StateDictException($"threshold mode {_thresholdMode} is unknown! It is rel or abs.");
        if (_minLrs.Length == 0)
            throw new StateDictException("'min_lrs' of the state dict is empty; a rate for each group is expected.");
    }
}

/// <summary>Which measures are better.</summary>
public enum PlateauMode
{
    /// <summary>Lower ones, as of a loss.</summary>
    Min,

    /// <summary>Higher ones, as of an accuracy.</summary>
    Max,
}

/// <summary>How an improvement is measured.</summary>
public enum ThresholdMode
{
    /// <summary>As a share of the best measure.</summary>
    Rel,

    /// <summary>As a difference.</summary>
    Abs,
}
