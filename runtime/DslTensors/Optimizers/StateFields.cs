using System.Collections;

namespace DslTensors;

/// <summary>
/// The fields of an object that a state dict keeps. The object names each of them once, and this list saves them, or sets them to what
/// was saved; a field that was not saved keeps its value, as in PyTorch.
/// </summary>
public sealed class StateFields
{
    private readonly OrderedDictionary<object, object?> _saved = [];
    private readonly IReadOnlyDictionary<object, object?>? _source;
    private readonly bool _onlyUnset;

    private StateFields(IReadOnlyDictionary<object, object?>? source = null, bool onlyUnset = false) => (_source, _onlyUnset) = (source, onlyUnset);

    /// <summary>Whether fields are set, rather than saved.</summary>
    public bool IsLoading => _source is not null;

    /// <summary>The names that were asked for.</summary>
    internal HashSet<object> Names { get; } = [];

    internal static OrderedDictionary<object, object?> Save(Action<StateFields> fields)
    {
        var state = new StateFields();
        fields(state);
        return state._saved;
    }

    /// <summary>Sets fields, all or (<paramref name="onlyUnset"/>) those that are <see langword="null"/>.</summary>
    internal static StateFields Load(Action<StateFields> fields, IReadOnlyDictionary<object, object?> source, bool onlyUnset = false)
    {
        var state = new StateFields(source, onlyUnset);
        fields(state);
        return state;
    }

    /// <summary>A number.</summary>
    /// <param name="name">Its key.</param>
    /// <param name="value">The field.</param>
    /// <exception cref="StateDictException">Something else was saved.</exception>
    public void Field(string name, ref double value)
    {
        if (Find(name, value, out var found))
            value = Number(name, found);
    }

    /// <inheritdoc cref="Field(string, ref double)"/>
    public void Field(string name, ref double? value)
    {
        if ((value is null || !_onlyUnset) && Find(name, value, out var found))
            value = found is null ? null : Number(name, found);
    }

    /// <inheritdoc cref="Field(string, ref double)"/>
    public void Field(string name, ref int value)
    {
        if (!Find(name, (long)value, out var found))
            return;
        var number = Number(name, found);
        value = number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue ? (int)number : throw Unfit(name, found, "a whole number of 32 bits");
    }

    /// <summary>A truth value.</summary>
    /// <inheritdoc cref="Field(string, ref double)"/>
    public void Field(string name, ref bool value)
    {
        if (Find(name, value, out var found))
            value = found as bool? ?? throw Unfit(name, found, "True or False");
    }

    /// <inheritdoc cref="Field(string, ref bool)"/>
    public void Field(string name, ref bool? value)
    {
        if ((value is null || !_onlyUnset) && Find(name, value, out var found))
            value = found is null ? null : found as bool? ?? throw Unfit(name, found, "True or False");
    }

    /// <summary>A text.</summary>
    /// <inheritdoc cref="Field(string, ref double)"/>
    public void Field(string name, ref string value)
    {
        if (Find(name, value, out var found))
            value = found as string ?? throw Unfit(name, found, "a text");
    }

    /// <summary>A list of numbers.</summary>
    /// <inheritdoc cref="Field(string, ref double)"/>
    public void Field(string name, ref double[] value)
    {
        if (!Find(name, IsLoading ? null : value.Select(number => (object?)number).ToList(), out var found))
            return;
        var numbers = found as IList ?? throw Unfit(name, found, "a list of numbers");
        value = [.. numbers.Cast<object?>().Select(number => Number(name, number))];
    }

    /// <summary>A pair of numbers.</summary>
    /// <inheritdoc cref="Field(string, ref double)"/>
    public void Field(string name, ref (double, double)? value)
    {
        if ((value is not null && _onlyUnset) || !Find(name, value is var (first, second) ? new object?[] { first, second } : null, out var found))
            return;
        value = found is IList { Count: 2 } pair ? (Number(name, pair[0]), Number(name, pair[1])) : throw Unfit(name, found, "a pair of numbers");
    }

    /// <summary>Anything that a checkpoint can hold; what was saved comes to <paramref name="load"/>, which checks it.</summary>
    internal void Field(string name, Func<object?> save, Action<object?> load)
    {
        if (Find(name, IsLoading ? null : save(), out var found))
            load(found);
    }

    internal static StateDictException Unfit(string name, object? found, string expected) => new($"'{name}' of the state dict is {Checkpoint.Describe(found)}; {expected} is expected.");

    /// <summary>Whether a saved value is to be set; otherwise the present value has been saved, or there is none.</summary>
    private bool Find(string name, object? present, out object? found)
    {
        Names.Add(name);
        found = null;
        if (_source is not null)
            return _source.TryGetValue(name, out found);
        _saved.Add(name, present);
        return false;
    }

    private static double Number(string name, object? value) => value switch
    {
        double number => number,
        float number => number,
        long number => number,
        int number => number,
        Tensor { Count: 1 } tensor => tensor.DetachUntyped().To<double>().Item(),
        _ => throw Unfit(name, value, "a number"),
    };
}
