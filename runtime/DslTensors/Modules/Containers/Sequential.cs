using System.Collections;
using System.Globalization;
using System.Numerics;

namespace DslTensors;

/// <summary>Modules that are run one after the other, each on the output of the one before (PyTorch's <c>nn.Sequential</c>).</summary>
/// <typeparam name="T">The element type of the tensors that pass through.</typeparam>
public class Sequential<T> : Module, IForward<Tensor<T>, Tensor<T>>, IReadOnlyList<IForward<Tensor<T>, Tensor<T>>>
    where T : unmanaged
{
    private OrderedDictionary<string, IForward<Tensor<T>, Tensor<T>>> _steps = new(StringComparer.Ordinal);

    /// <summary>An empty sequence.</summary>
    public Sequential()
    {
    }

    /// <summary>A sequence of modules; their keys are <c>0</c>, <c>1</c>, ...</summary>
    /// <exception cref="TensorException">One of them is no <see cref="Module"/>.</exception>
    public Sequential(params ReadOnlySpan<IForward<Tensor<T>, Tensor<T>>> modules)
    {
        foreach (var module in modules)
            Add(module);
    }

    /// <summary>A sequence of modules with names, as PyTorch makes it of an <c>OrderedDict</c>.</summary>
    /// <exception cref="TensorException">One of them is no <see cref="Module"/>, or a name can't be used.</exception>
    public Sequential(params ReadOnlySpan<(string Name, IForward<Tensor<T>, Tensor<T>> Module)> modules)
    {
        foreach (var (name, module) in modules)
            Add(name, module);
    }

    /// <summary>The number of modules.</summary>
    public int Count => _steps.Count;

    /// <summary>The module of an index.</summary>
    public IForward<Tensor<T>, Tensor<T>> this[int index] => _steps.GetAt(index).Value;

    /// <summary>Appends a module.</summary>
    /// <exception cref="TensorException">It is no <see cref="Module"/>.</exception>
    public void Add(IForward<Tensor<T>, Tensor<T>> module) => Add(Count.ToString(CultureInfo.InvariantCulture), module);

    /// <summary>Appends a module under a name.</summary>
    /// <exception cref="TensorException">It is no <see cref="Module"/>, or the name is empty, contains a dot, or is taken.</exception>
    public void Add(string name, IForward<Tensor<T>, Tensor<T>> module)
    {
        if (module is not Module)
            throw new TensorException($"{module?.GetType().Name ?? "null"} is not a Module subclass. Mark the class [Module].");
        if (!_steps.TryAdd(ModuleName.Check("module", name), module))
            throw new TensorException($"attribute '{name}' already exists in Sequential. Choose another name.");
    }

    /// <summary>Runs the modules in order, with their hooks.</summary>
    public Tensor<T> Forward(Tensor<T> input)
    {
        foreach (var step in _steps.Values)
            input = step.Call(input);
        return input;
    }

    /// <summary>A sequence of the same modules with other elements and the same values.</summary>
    /// <exception cref="TensorException">One of the modules has elements of one type only.</exception>
    public Sequential<TTo> To<TTo>()
        where TTo : unmanaged, IFloatingPointIeee754<TTo> => ModuleCopier.Convert<Sequential<TTo>, TTo>(this);

    /// <inheritdoc/>
    public IEnumerator<IForward<Tensor<T>, Tensor<T>>> GetEnumerator() => _steps.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    protected override IEnumerable<(string Key, Module? Value)> OwnChildren() => _steps.Select(static step => (step.Key, step.Value as Module));

    /// <inheritdoc/>
    protected override void CopyMembers(ModuleCopier copier)
    {
        base.CopyMembers(copier);
        _steps = Each(_steps, copier.CopyModule!);
    }

    /// <inheritdoc/>
    protected override Module? CreateConverted<TTo>() => new Sequential<TTo>();

    /// <inheritdoc/>
    protected override void ConvertInto<TTo>(Module target, ModuleCopier copier)
    {
        base.ConvertInto<TTo>(target, copier);
        foreach (var (name, step) in _steps)
            ((Sequential<TTo>)target)._steps.Add(name, copier.ConvertModule<IForward<Tensor<TTo>, Tensor<TTo>>, TTo>(step));
    }
}

/// <summary>Modules that are run one after the other on float tensors (PyTorch's <c>nn.Sequential</c>).</summary>
public class Sequential : Sequential<float>
{
    /// <summary>An empty sequence.</summary>
    public Sequential()
    {
    }

    /// <inheritdoc cref="Sequential{T}(ReadOnlySpan{IForward{Tensor{T}, Tensor{T}}})"/>
    public Sequential(params ReadOnlySpan<IForward<Tensor<float>, Tensor<float>>> modules)
        : base(modules)
    {
    }

    /// <inheritdoc cref="Sequential{T}(ReadOnlySpan{ValueTuple{string, IForward{Tensor{T}, Tensor{T}}}})"/>
    public Sequential(params ReadOnlySpan<(string Name, IForward<Tensor<float>, Tensor<float>> Module)> modules)
        : base(modules)
    {
    }
}
