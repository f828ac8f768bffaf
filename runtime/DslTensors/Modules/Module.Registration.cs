namespace DslTensors;

public abstract partial class Module
{
    private OrderedDictionary<string, (Tensor? Value, bool IsPersistent)> _registeredBuffers = [];
    private OrderedDictionary<string, Tensor?> _registeredParameters = [];

    /// <summary>Adds a buffer whose name is only known at run time, or replaces the one of that name; declared ones are <c>[Buffer]</c> properties.</summary>
    /// <param name="name">The name in the state dict.</param>
    /// <param name="tensor">The buffer; <see langword="null"/> for one that is absent.</param>
    /// <param name="persistent">Whether it is part of the state dict.</param>
    /// <exception cref="TensorException">The name is empty, contains a dot, or belongs to another member.</exception>
    public void RegisterBuffer(string name, Tensor? tensor, bool persistent = true)
    {
        CheckName("buffer", name, isReplaceable: _registeredBuffers.ContainsKey(name));
        _registeredBuffers[name] = (tensor, persistent);
    }

    /// <summary>Adds a parameter whose name is only known at run time, or replaces the one of that name; declared ones are <c>[Parameter]</c> properties.</summary>
    /// <param name="name">The name in the state dict.</param>
    /// <param name="tensor">The parameter, which requires gradients from here on; <see langword="null"/> for one that is absent.</param>
    /// <exception cref="TensorException">The name is empty, contains a dot, or belongs to another member; or the tensor can't be a parameter.</exception>
    public void RegisterParameter(string name, Tensor? tensor)
    {
        CheckName("parameter", name, isReplaceable: _registeredParameters.ContainsKey(name));
        _registeredParameters[name] = AsParameter(tensor, name);
    }

    private IEnumerable<(string Key, Tensor Value)> OwnAndRegisteredParameters()
    {
        foreach (var (key, parameter) in OwnParameters())
        {
            if (parameter is not null)
                yield return (key, parameter);
        }

        foreach (var (key, parameter) in _registeredParameters)
        {
            if (parameter is not null)
                yield return (key, parameter);
        }
    }

    private IEnumerable<(string Key, Tensor Value, bool IsPersistent)> OwnAndRegisteredBuffers()
    {
        foreach (var (key, buffer, isPersistent) in OwnBuffers())
        {
            if (buffer is not null)
                yield return (key, buffer, isPersistent);
        }

        foreach (var (key, (buffer, isPersistent)) in _registeredBuffers)
        {
            if (buffer is not null)
                yield return (key, buffer, isPersistent);
        }
    }

    private void CheckName(string kind, string name, bool isReplaceable)
    {
        ModuleName.Check(kind, name);
        if (!isReplaceable && IsTaken(name))
            throw new TensorException($"attribute '{name}' already exists in {TypeName()}. Choose another name, or assign to the property that declares it.");
    }

    private bool IsTaken(string name) =>
        OwnParameters().Any(parameter => parameter.Key == name)
        || OwnBuffers().Any(buffer => buffer.Key == name)
        || OwnChildren().Any(child => child.Key == name)
        || _registeredParameters.ContainsKey(name)
        || _registeredBuffers.ContainsKey(name);
}
