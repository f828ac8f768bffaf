namespace DslTensors;

/// <summary>
/// Changes the learning rates of an optimizer from epoch to epoch, or from batch to batch (PyTorch's <c>torch.optim.lr_scheduler</c>).
/// Call <see cref="Step"/> after the optimizer's. One of one's own overrides <see cref="GetLr"/>, and calls <see cref="Start"/> at the end
/// of its constructor.
/// </summary>
public abstract class LrScheduler
{
    private const string InitialLr = "initial_lr";

    private double[] _baseLrs;
    private double[] _lastLr;
    private int _lastEpoch = -1;
    private int _stepCount;

    /// <summary>Takes the optimizer.</summary>
    /// <param name="optimizer">Whose rates are to change. Those that it has now are where the schedule begins.</param>
    protected LrScheduler(Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        Optimizer = optimizer;
        _baseLrs = [];
        _lastLr = Lrs();
        TakeNewGroups();
    }

    /// <summary>Whose rates are changed.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>The rate that each group had when its first schedule was made.</summary>
    public IReadOnlyList<double> BaseLrs => _baseLrs;

    /// <summary>The rate of each group after the last step (PyTorch's <c>get_last_lr()</c>).</summary>
    public IReadOnlyList<double> LastLr => _lastLr;

    /// <summary>The number of steps so far.</summary>
    public int LastEpoch
    {
        get => _lastEpoch;
        private protected set => _lastEpoch = value;
    }

    /// <summary>Goes on to the next epoch.</summary>
    public virtual void Step() => MoveTo(_lastEpoch + 1, isJump: false);

    /// <summary>
    /// What it takes to go on later, in PyTorch's form. The rates themselves are in the optimizer's state: save and load both.
    /// </summary>
    public IReadOnlyDictionary<object, object?> StateDict() => StateFields.Save(Fields);

    /// <summary>Takes over what <see cref="StateDict"/> returned here or in PyTorch, options included.</summary>
    /// <param name="stateDict">The state, for example <c>Checkpoint.Load(path).Dictionary("scheduler")</c>.</param>
    /// <exception cref="TensorException">It does not fit; nothing has been changed.</exception>
    public void LoadStateDict(IReadOnlyDictionary<object, object?> stateDict)
    {
        ArgumentNullException.ThrowIfNull(stateDict);
        Prepare(stateDict)();
    }

    internal virtual void Restart()
    {
        (_lastEpoch, _stepCount) = (-1, 0);
        Step();
    }

    internal virtual void StepBack() => _lastEpoch--;

    /// <summary>Moves to epoch 0 as part of a sequence.</summary>
    internal virtual void Enter() => MoveTo(0, isJump: true);

    /// <summary>Checks a state.</summary>
    /// <returns>What takes it over.</returns>
    internal virtual Action Prepare(IReadOnlyDictionary<object, object?> saved)
    {
        var trial = (LrScheduler)MemberwiseClone();
        StateFields.Load(trial.Fields, saved);
        if (trial._baseLrs.Length > Optimizer.Groups.Count)
            throw new StateDictException($"'base_lrs' of the state dict has {trial._baseLrs.Length} rates, and the optimizer {Optimizer.Groups.Count} groups.");
        return () => StateFields.Load(Fields, saved);
    }

    /// <summary>Sets the rates of epoch 0: the last thing that a constructor does.</summary>
    protected void Start() => Step();

    /// <summary>The next rate of a group, from <see cref="LastEpoch"/>, and from its present rate where schedules are to work together.</summary>
    /// <param name="group">The index of the group.</param>
    protected abstract double GetLr(int group);

    /// <summary>The rate of a group from <see cref="LastEpoch"/> alone, for schedules that begin later than others.</summary>
    /// <param name="group">The index of the group.</param>
    protected virtual double GetClosedFormLr(int group) => GetLr(group);

    /// <summary>Names what <see cref="StateDict"/> keeps. A schedule with fields of its own adds them to those of its base.</summary>
    /// <param name="fields">The list of fields.</param>
    protected virtual void Fields(StateFields fields)
    {
        fields.Field("base_lrs", ref _baseLrs);
        fields.Field("last_epoch", ref _lastEpoch);
        fields.Field("_step_count", ref _stepCount);
        fields.Field("_last_lr", ref _lastLr);
    }

    private protected void MoveTo(int epoch, bool isJump)
    {
        TakeNewGroups();
        _stepCount++;
        _lastEpoch = epoch;
        for (var i = 0; i < Optimizer.Groups.Count; i++)
            Optimizer.Groups[i].Lr = isJump ? GetClosedFormLr(i) : GetLr(i);
        RememberLrs();
    }

    private protected void RememberLrs() => _lastLr = Lrs();

    /// <summary>Takes the first rates once more, after a schedule has set them.</summary>
    private protected void RetakeBaseLrs()
    {
        _baseLrs = [];
        TakeNewGroups();
    }

    private double[] Lrs() => [.. Optimizer.Groups.Select(group => group.Lr)];

    private void TakeNewGroups()
    {
        for (var i = _baseLrs.Length; i < Optimizer.Groups.Count; i++)
        {
            var group = Optimizer.Groups[i];
            group.Others.TryAdd(InitialLr, group.Lr);
            _baseLrs = [.. _baseLrs, group.Others[InitialLr] is double lr ? lr : group.Lr];
        }
    }
}
