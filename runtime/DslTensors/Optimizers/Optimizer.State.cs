using System.Collections;

namespace DslTensors;

public abstract partial class Optimizer
{
    /// <summary>
    /// What it takes to go on later as if nothing had happened: the options of the groups, and what the optimizer remembers of each
    /// parameter (PyTorch's <c>state_dict()</c>, in the same form: <c>{"state": {0: {"step": ..., "exp_avg": ...}}, "param_groups":
    /// [{"lr": ..., "params": [0, 1]}]}</c>). A <see cref="Checkpoint"/> saves it. As in PyTorch its tensors are those that the next step
    /// writes to.
    /// </summary>
    public IReadOnlyDictionary<object, object?> StateDict()
    {
        var states = new OrderedDictionary<object, object?>();
        for (var i = 0; i < _parameters.Count; i++)
        {
            if (SaveState(_parameters[i]) is { } state)
                states.Add((long)i, state);
        }

        var groups = new List<object?>();
        var first = 0L;
        foreach (var group in _groups)
        {
            groups.Add(group.Save(first));
            first += group.Tensors.Length;
        }

        return new OrderedDictionary<object, object?> { ["state"] = states, ["param_groups"] = groups };
    }

    /// <summary>
    /// Takes over what <see cref="StateDict"/> returned here or in PyTorch, options included; values are copied. The parameters themselves
    /// are not part of it.
    /// </summary>
    /// <param name="stateDict">The state, for example <c>Checkpoint.Load(path).Dictionary("optimizer")</c>.</param>
    /// <exception cref="TensorException">It is of other groups, parameters or shapes, or out of range; nothing has been changed.</exception>
    public void LoadStateDict(IReadOnlyDictionary<object, object?> stateDict)
    {
        ArgumentNullException.ThrowIfNull(stateDict);
        if (!stateDict.TryGetValue("param_groups", out var groups) || groups is not IList saved)
            throw new StateDictException("The state dict of an optimizer has 'state' and 'param_groups', and this one has no list 'param_groups'. A checkpoint's part is checkpoint.Dictionary(\"optimizer\").");
        if (!stateDict.TryGetValue("state", out var state) || state is not IReadOnlyDictionary<object, object?> states)
            throw new StateDictException("The state dict of an optimizer has 'state' and 'param_groups', and this one has no dictionary 'state'.");
        if (saved.Count != _groups.Count)
            throw new StateDictException($"loaded state dict has a different number of parameter groups: it has {saved.Count}, and this optimizer {_groups.Count}. Make the groups that were saved.");

        var changes = new List<Action>();
        for (var i = 0; i < _groups.Count; i++)
        {
            if (saved[i] is not IReadOnlyDictionary<object, object?> group || !group.TryGetValue("params", out var listed) || listed is not IList ids)
                throw new StateDictException($"'param_groups[{i}]' of the state dict is no dictionary with a list 'params'.");
            changes.AddRange(Prepare(i, group, ids, states));
        }

        foreach (var change in changes)
            change();
    }

    /// <summary>What the optimizer remembers of a parameter, under PyTorch's keys, or <see langword="null"/> if it is nothing.</summary>
    /// <param name="parameter">One of <see cref="Parameters"/>.</param>
    protected virtual IReadOnlyDictionary<object, object?>? SaveState(Tensor parameter) => null;

    /// <summary>Checks what <see cref="SaveState"/> returned, and copies it, before anything is changed.</summary>
    /// <param name="parameter">One of <see cref="Parameters"/>.</param>
    /// <param name="state">What was remembered of it, or <see langword="null"/>.</param>
    /// <returns>What puts it in place.</returns>
    /// <exception cref="StateDictException">It does not fit.</exception>
    protected virtual Action? LoadState(Tensor parameter, IReadOnlyDictionary<object, object?>? state) => null;

    private IEnumerable<Action> Prepare(int index, IReadOnlyDictionary<object, object?> saved, IList ids, IReadOnlyDictionary<object, object?> states)
    {
        var group = _groups[index];
        if (ids.Count != group.Tensors.Length)
        {
            throw new StateDictException(
                "loaded state dict contains a parameter group that doesn't match the size of optimizer's group: " +
                $"group {index} has {ids.Count} parameters there, and {group.Tensors.Length} here.");
        }

        yield return group.Prepare(saved);
        for (var i = 0; i < group.Tensors.Length; i++)
        {
            object? state = null;
            if (ids[i] is { } id)
                states.TryGetValue(id, out state);
            if (state is not (null or IReadOnlyDictionary<object, object?>))
                throw StateFields.Unfit($"state[{ids[i]}]", state, "a dictionary");
            if (LoadState(group.Tensors[i], (IReadOnlyDictionary<object, object?>?)state) is { } change)
                yield return change;
        }
    }
}
