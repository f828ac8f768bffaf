using System.Collections;

namespace DslTensors;

/// <summary>One schedule after the other (PyTorch's <c>SequentialLR</c>), e.g. a warm-up before a cosine.</summary>
public sealed class SequentialLr : LrScheduler
{
    private readonly LrScheduler[] _schedulers;
    private int[] _milestones;

    /// <summary>Takes the optimizer and the schedules.</summary>
    /// <param name="optimizer">Whose rates are to change.</param>
    /// <param name="schedulers">The schedules, each made with the same optimizer.</param>
    /// <param name="milestones">The epochs in which the second, third, ... schedule begins.</param>
    /// <exception cref="TensorException">A schedule is of another optimizer, or there is not one milestone less than schedules.</exception>
    public SequentialLr(Optimizer optimizer, IEnumerable<LrScheduler> schedulers, IEnumerable<int> milestones)
        : base(optimizer)
    {
        (_schedulers, _milestones) = ([.. schedulers], [.. milestones]);
        if (Array.FindIndex(_schedulers, scheduler => scheduler.Optimizer != optimizer) is >= 0 and var other)
        {
            throw new TensorException(
                "Sequential Schedulers expects all schedulers to belong to the same optimizer, " +
                $"but got schedulers at index {other} to be different than the optimizer passed in.");
        }

        if (_schedulers.Length == 0 || _milestones.Length != _schedulers.Length - 1)
        {
            throw new TensorException(
                "Sequential Schedulers expects number of schedulers provided to be one more than the number of milestone points, " +
                $"but got number of schedulers {_schedulers.Length} and the number of milestones to be equal to {_milestones.Length}.");
        }

        // Each has set its first rates already; only the first one's hold.
        for (var i = 0; i < optimizer.Groups.Count; i++)
            optimizer.Groups[i].Lr = BaseLrs[i];
        foreach (var scheduler in _schedulers)
            scheduler.StepBack();
        _schedulers[0].Restart();
        LastEpoch = 0;
        RememberLrs();
    }

    /// <inheritdoc/>
    public override void Step()
    {
        LastEpoch++;
        var index = _milestones.Count(milestone => milestone <= LastEpoch);
        if (index > 0 && _milestones[index - 1] == LastEpoch)
            _schedulers[index].Enter();
        else
            _schedulers[index].Step();
        RememberLrs();
    }

    internal override void Restart()
    {
        LastEpoch = 0;
        _schedulers[0].Restart();
        RememberLrs();
    }

    internal override Action Prepare(IReadOnlyDictionary<object, object?> saved) => base.Prepare(saved) + SchedulerStates.Prepare(_schedulers, saved);

    /// <inheritdoc/>
    protected override double GetLr(int group) => Optimizer.Groups[group].Lr;

    /// <inheritdoc/>
    protected override void Fields(StateFields fields)
    {
        var count = _milestones.Length;
        fields.Field("_milestones", SaveMilestones, LoadMilestones);
        fields.Field(SchedulerStates.Key, () => SchedulerStates.Save(_schedulers), _ => { });
        base.Fields(fields);
        if (_milestones.Length != count)
            throw new StateDictException($"The state dict is of {_milestones.Length + 1} schedules in sequence; this one has {count + 1}.");
    }

    private List<object?> SaveMilestones() => [.. _milestones.Select(epoch => (object?)(long)epoch)];

    private void LoadMilestones(object? saved) =>
        _milestones = saved is IList list && list.Cast<object?>().All(epoch => epoch is long number && number == (int)number)
            ? [.. list.Cast<object?>().Select(epoch => (int)(long)epoch!)]
            : throw StateFields.Unfit("_milestones", saved, "a list of epochs");
}
