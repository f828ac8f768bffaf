using System.Collections;
using System.Globalization;

namespace DslTensors;

/// <summary>Modules that are run one after the other, each on the output of the one before (PyTorch's <c>nn.Sequential</c>).</summary>
/// <typeparam name="T">The element type of the tensors that pass through.</typeparam>
public class Sequential<T> : Module, IForward<Tensor<T>, Tensor<T>>, IReadOnlyList<IForward<Tensor<T>, Tensor<T>>>
    where T : unmanaged
{
    private readonly List<IForward<Tensor<T>, Tensor<T>>> _steps = [];

    /// <summary>A sequence of modules; their keys are <c>0</c>, <c>1</c>, ...</summary>
    /// <exception cref="TensorException">One of them is no <see cref="Module"/>.</exception>
    public Sequential(params ReadOnlySpan<IForward<Tensor<T>, Tensor<T>>> modules)
    {
        foreach (var module in modules)
            Add(module);
    }

    /// <summary>The number of modules.</summary>
    public int Count => _steps.Count;

    /// <summary>The module of an index.</summary>
    public IForward<Tensor<T>, Tensor<T>> this[int index] => _steps[index];

    /// <summary>Appends a module.</summary>
    /// <exception cref="TensorException">It is no <see cref="Module"/>.</exception>
    public void Add(IForward<Tensor<T>, Tensor<T>> module)
    {
        if (module is not Module)
            throw new TensorException($"{module.GetType().Name} is not a Module subclass. Mark the class [Module].");
        _steps.Add(module);
    }

    /// <summary>Runs the modules in order.</summary>
    public Tensor<T> Forward(Tensor<T> input)
    {
        foreach (var step in _steps)
            input = step.Forward(input);
        return input;
    }

    /// <inheritdoc/>
    public IEnumerator<IForward<Tensor<T>, Tensor<T>>> GetEnumerator() => _steps.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    protected override IEnumerable<(string Key, Module? Value)> OwnChildren() =>
        _steps.Select(static (step, index) => (index.ToString(CultureInfo.InvariantCulture), step as Module));
}

/// <summary>Modules that are run one after the other on float tensors (PyTorch's <c>nn.Sequential</c>).</summary>
public class Sequential(params ReadOnlySpan<IForward<Tensor<float>, Tensor<float>>> modules) : Sequential<float>(modules);
