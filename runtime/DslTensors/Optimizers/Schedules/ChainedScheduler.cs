namespace DslTensors;

/// <summary>Several schedules at the same time, each on what the others leave (PyTorch's <c>ChainedScheduler</c>).</summary>
public sealed class ChainedScheduler : LrScheduler
{
    private readonly LrScheduler[] _schedulers;

    /// <summary>Takes the schedules.</summary>
    /// <param name="schedulers">The schedules, all made with one optimizer.</param>
    /// <exception cref="TensorException">There are none, or they are of several optimizers.</exception>
    public ChainedScheduler(params IEnumerable<LrScheduler> schedulers)
        : this([.. schedulers])
    {
    }

    private ChainedScheduler(LrScheduler[] schedulers)
        : base(schedulers is [var first, ..] ? first.Optimizer : throw new TensorException("ChainedScheduler expects at least one scheduler to be chained, but got no scheduler."))
    {
        _schedulers = schedulers;
        if (Array.FindIndex(schedulers, scheduler => scheduler.Optimizer != Optimizer) is >= 0 and var other)
            throw new TensorException($"ChainedScheduler expects all schedulers to belong to the same optimizer, but got schedulers at index 0 and {other} to be different.");
        LastEpoch = 0;
    }

    /// <inheritdoc/>
    public override void Step()
    {
        foreach (var scheduler in _schedulers)
            scheduler.Step();
        LastEpoch++;
        RememberLrs();
    }

    internal override void Restart()
    {
        foreach (var scheduler in _schedulers)
            scheduler.Restart();
        LastEpoch = 0;
        RememberLrs();
    }

    internal override void StepBack()
    {
        foreach (var scheduler in _schedulers)
            scheduler.StepBack();
        base.StepBack();
    }

    internal override void Enter()
    {
        foreach (var scheduler in _schedulers)
            scheduler.Enter();
        LastEpoch = 0;
        RememberLrs();
    }

    internal override Action Prepare(IReadOnlyDictionary<object, object?> saved) => base.Prepare(saved) + SchedulerStates.Prepare(_schedulers, saved);

    /// <inheritdoc/>
    protected override double GetLr(int group) => Optimizer.Groups[group].Lr;

    /// <inheritdoc/>
    protected override void Fields(StateFields fields)
    {
        fields.Field(SchedulerStates.Key, () => SchedulerStates.Save(_schedulers), _ => { });
        base.Fields(fields);
    }
}
