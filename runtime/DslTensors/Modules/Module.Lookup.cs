using System.Globalization;

namespace DslTensors;

public abstract partial class Module
{
    /// <summary>The parameter of a name as <see cref="NamedParameters"/> has it: <c>fc1.weight</c> (PyTorch's <c>get_parameter</c>).</summary>
    /// <exception cref="TensorException">There is none of that name; the message lists those there are.</exception>
    public Tensor GetParameter(string name)
    {
        var (owner, key) = OwnerOf(name);
        if (owner._registeredParameters.TryGetValue(key, out var registered) && registered is not null)
            return registered;
        return owner.OwnParameters().FirstOrDefault(parameter => parameter.Key == key).Value
            ?? throw owner.NoSuch("parameter", key, owner.OwnAndRegisteredParameters().Select(static parameter => parameter.Key));
    }

    /// <summary>The buffer of a name as <see cref="NamedBuffers"/> has it (PyTorch's <c>get_buffer</c>).</summary>
    /// <exception cref="TensorException">There is none of that name; the message lists those there are.</exception>
    public Tensor GetBuffer(string name)
    {
        var (owner, key) = OwnerOf(name);
        return owner.OwnAndRegisteredBuffers().FirstOrDefault(buffer => buffer.Key == key).Value
            ?? throw owner.NoSuch("buffer", key, owner.OwnAndRegisteredBuffers().Select(static buffer => buffer.Key));
    }

    /// <summary>The module of a path as <see cref="NamedModules"/> has it: <c>blocks.0.attention</c>; the empty path is this module (PyTorch's <c>get_submodule</c>).</summary>
    /// <exception cref="TensorException">There is none; the message lists those at the place where the path breaks off.</exception>
    public Module GetSubmodule(string path)
    {
        var module = this;
        foreach (var key in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            module = module.OwnChildren().FirstOrDefault(child => child.Key == key).Value
                ?? throw module.NoSuch("submodule", key, module.OwnChildren().Select(static child => child.Key));
        }

        return module;
    }

    private (Module Owner, string Key) OwnerOf(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot < 0 ? (this, name) : (GetSubmodule(name[..dot]), name[(dot + 1)..]);
    }

    private TensorException NoSuch(string kind, string key, IEnumerable<string> known)
    {
        var names = string.Join(", ", known);
        return new(string.Create(
            CultureInfo.InvariantCulture,
            $"{TypeName()} has no {kind} `{key}`. {(names.Length == 0 ? $"It has no {kind} at all." : $"It has {names}.")}"));
    }
}
