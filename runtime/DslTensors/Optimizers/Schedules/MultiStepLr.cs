namespace DslTensors;

/// <summary>Multiplies the rates by <c>gamma</c> at certain epochs (PyTorch's <c>MultiStepLR</c>).</summary>
public sealed class MultiStepLr : LrScheduler
{
    private int[] _milestones;
    private double _gamma;

    /// <summary>Takes the optimizer and the schedule.</summary>
    /// <param name="optimizer">Whose rates are to change.</param>
    /// <param name="milestones">The epochs; one that is given twice counts twice.</param>
    /// <param name="gamma">The factor.</param>
    public MultiStepLr(Optimizer optimizer, IEnumerable<int> milestones, double gamma = 0.1)
        : base(optimizer)
    {
        (_milestones, _gamma) = ([.. milestones.Order()], gamma);
        Start();
    }

    /// <inheritdoc/>
    protected override double GetLr(int group)
    {
        var count = _milestones.Count(epoch => epoch == LastEpoch);
        return count == 0 ? Optimizer.Groups[group].Lr : Optimizer.Groups[group].Lr * Math.Pow(_gamma, count);
    }

    /// <inheritdoc/>
    protected override double GetClosedFormLr(int group) => BaseLrs[group] * Math.Pow(_gamma, _milestones.Count(epoch => epoch <= LastEpoch));

    /// <inheritdoc/>
    protected override void Fields(StateFields fields)
    {
        fields.Field("milestones", SaveMilestones, LoadMilestones);
        fields.Field("gamma", ref _gamma);
        base.Fields(fields);
    }

    // PyTorch keeps them as a dictionary from an epoch to how often it was given.
    private OrderedDictionary<object, object?> SaveMilestones() =>
        new(_milestones.GroupBy(epoch => epoch).Select(epochs => KeyValuePair.Create((object)(long)epochs.Key, (object?)(long)epochs.Count())));

    private void LoadMilestones(object? saved)
    {
        const string expected = "a dictionary from epochs to counts";
        if (saved is not IReadOnlyDictionary<object, object?> counts)
            throw StateFields.Unfit("milestones", saved, expected);
        var milestones = new List<int>();
        foreach (var (epoch, count) in counts)
        {
            if (epoch is not long number || Math.Abs(number) > int.MaxValue || count is not (long and >= 0 and <= 1000))
                throw StateFields.Unfit("milestones", saved, expected);
            milestones.AddRange(Enumerable.Repeat((int)number, (int)(long)count));
        }

        _milestones = [.. milestones.Order()];
    }
}
