namespace DslTensors;

/// <summary>
/// Parameters that an optimizer changes with the same options (PyTorch's parameter groups). An option that is not set here is taken from
/// the optimizer that the group is given to.
/// </summary>
/// <param name="parameters">The parameters, in order. Those that don't require gradients are passed over in steps.</param>
public class ParameterGroup(IEnumerable<Tensor> parameters)
{
    private double? _lr;

    /// <summary>The parameters, in order.</summary>
    public IReadOnlyList<Tensor> Parameters => Tensors;

    /// <summary>The learning rate. Schedules set it between steps.</summary>
    /// <exception cref="TensorException">The rate is negative or not a number.</exception>
    public double Lr
    {
        get => _lr ?? 0;
        set => _lr = OptimizerOption.NotNegative("learning rate", value);
    }

    internal Tensor[] Tensors { get; } = [.. parameters ?? throw new ArgumentNullException(nameof(parameters))];

    /// <summary>What else a state dict has of the group: what schedules keep there, and options that only PyTorch has.</summary>
    internal OrderedDictionary<string, object?> Others { get; private set; } = new(StringComparer.Ordinal);

    /// <summary>What schedules that cycle momentum change, if the optimizer has such a thing.</summary>
    internal virtual double? CycledMomentum
    {
        get => null;
        set { }
    }

    internal Optimizer? Owner { get; private set; }

    /// <summary>Names the options under PyTorch's keys. A group with options of its own adds them to those of its base.</summary>
    /// <param name="fields">The list of options.</param>
    protected virtual void Fields(StateFields fields) => fields.Field("lr", ref _lr);

    /// <summary>Refuses options that are out of range, or that don't go together.</summary>
    /// <exception cref="TensorException">There are such.</exception>
    protected virtual void Check() => OptimizerOption.NotNegative("learning rate", Lr);

    /// <summary>Takes the options that are not set from <paramref name="defaults"/>.</summary>
    internal void Join(Optimizer owner, ParameterGroup? defaults)
    {
        if (defaults is not null)
            StateFields.Load(Fields, StateFields.Save(defaults.Fields), onlyUnset: true);
        Check();
        Owner = owner;
    }

    internal OrderedDictionary<object, object?> Save(long firstIndex)
    {
        var saved = StateFields.Save(Fields);
        foreach (var (key, value) in Others)
            saved[key] = value;
        saved["params"] = Enumerable.Range(0, Tensors.Length).Select(i => (object?)(firstIndex + i)).ToList();
        return saved;
    }

    /// <summary>Checks what was saved.</summary>
    /// <returns>What takes it over.</returns>
    /// <exception cref="TensorException">It does not fit.</exception>
    internal Action Prepare(IReadOnlyDictionary<object, object?> saved)
    {
        var trial = (ParameterGroup)MemberwiseClone();
        trial.Others = new(StringComparer.Ordinal);
        var names = StateFields.Load(trial.Fields, saved).Names;
        trial.Check();
        foreach (var (key, value) in saved)
        {
            if (key is string name && name != "params" && !names.Contains(name))
                trial.Others[name] = value;
        }

        return () =>
        {
            StateFields.Load(Fields, saved);
            Others = trial.Others;
        };
    }
}
