namespace DslTensors;

/// <summary>An optimizer whose step is one pass over the memory of each parameter: the base of those in this library.</summary>
public abstract class FusedOptimizer : Optimizer
{
    private readonly List<OptimizedParameter?[]> _optimized = [];

    private protected FusedOptimizer(IEnumerable<ParameterGroup> groups, ParameterGroup defaults)
        : base(groups, defaults)
    {
    }

    /// <summary>Whether states exist before the first step, as in PyTorch's Adagrad.</summary>
    private protected virtual bool HasStatesFromStart => false;

    /// <inheritdoc/>
    /// <exception cref="TensorException">A parameter with a gradient is not of real numbers.</exception>
    public sealed override void Step()
    {
        for (var g = 0; g < _optimized.Count; g++)
        {
            var group = Groups[g];
            var tensors = group.Tensors;
            var optimized = _optimized[g];
            for (var i = 0; i < tensors.Length; i++)
            {
                var parameter = tensors[i];
                if (parameter.Grad is null)
                    continue;
                var own = optimized[i] ?? throw new TensorException(
                    $"{GetType().Name} changes parameters of real numbers, and parameter {i} of shape {parameter.Shape} is {parameter.DType}. " +
                    "Convert it to float.");
                own.Steps++;
                own.Update(this, group);
                parameter.BumpVersion();
            }
        }
    }

    /// <summary>Changes one parameter.</summary>
    internal abstract void Update<T>(ParameterGroup group, OptimizedParameter<T> parameter)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>;

    /// <summary>What a state dict calls the states of a parameter.</summary>
    private protected abstract StateNames NamesOf(ParameterGroup group);

    /// <summary>Where a state begins.</summary>
    private protected virtual double InitialState(ParameterGroup group) => 0;

    private protected override void OnAdded(ParameterGroup group) => _optimized.Add([.. group.Tensors.Select(OptimizedParameter.Of)]);

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<object, object?>? SaveState(Tensor parameter)
    {
        var (own, group) = Find(parameter);
        if (own is null || (own.Steps == 0 && !HasStatesFromStart))
            return null;
        var names = NamesOf(group);
        var state = new OrderedDictionary<object, object?>();
        if (names.HasSteps)
            state.Add("step", Tensor.Full([], (float)own.Steps));
        for (var slot = 0; slot < StateNames.Slots; slot++)
        {
            if (names[slot] is { } name)
                state.Add(name, own.GetState(slot) ?? (HasStatesFromStart ? own.StartState(slot, InitialState(group)) : null));
        }

        return state;
    }

    /// <inheritdoc/>
    protected override Action? LoadState(Tensor parameter, IReadOnlyDictionary<object, object?>? state)
    {
        var (own, group) = Find(parameter);
        if (own is null)
            return null;
        var names = NamesOf(group);
        double steps = state is null ? 0 : 1;
        if (state is not null && names.HasSteps)
            StateFields.Load(fields => fields.Field("step", ref steps), state);
        if (!(steps >= 0 && steps <= long.MaxValue / 2))
            throw new StateDictException($"'step' of the state dict is {steps}; a number of steps is expected.");
        var values = new Tensor?[StateNames.Slots];
        for (var slot = 0; slot < StateNames.Slots; slot++)
        {
            object? value = null;
            if (names[slot] is not { } name || state?.TryGetValue(name, out value) != true || value is null)
                continue;
            if (value is not Tensor tensor)
                throw StateFields.Unfit(name, value, "a tensor");
            if (!tensor.Shape.SequenceEqual(parameter.Shape))
                throw new StateDictException($"'{name}' of the state dict has shape {tensor.Shape}, and its parameter has {parameter.Shape}. The state is that of another model, or of other groups.");
            values[slot] = own.ConvertState(tensor);
        }

        return () =>
        {
            own.Steps = (long)steps;
            for (var slot = 0; slot < StateNames.Slots; slot++)
                own.SetState(slot, values[slot]);
        };
    }

    private (OptimizedParameter? Own, ParameterGroup Group) Find(Tensor parameter)
    {
        for (var g = 0; g < _optimized.Count; g++)
        {
            var index = Array.FindIndex(Groups[g].Tensors, tensor => ReferenceEquals(tensor, parameter));
            if (index >= 0)
                return (_optimized[g][index], Groups[g]);
        }

        throw new ArgumentException("The tensor is no parameter of this optimizer.", nameof(parameter));
    }
}
