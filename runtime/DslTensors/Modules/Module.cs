namespace DslTensors;

/// <summary>
/// A part of a model: parameters, buffers and child modules under names (PyTorch's <c>nn.Module</c>). Mark a partial class with
/// <c>[Module]</c>, and the generator makes this its base class and lists its members.
/// </summary>
public abstract partial class Module
{
    /// <summary>Makes every parameter that has its value by now a leaf that requires gradients.</summary>
    protected Module()
    {
        // Field initialisers of derived classes run before this body, so that the parameters are there already.
        foreach (var (key, parameter) in OwnParameters())
        {
            if (parameter is not null)
                AsParameter(parameter, key);
        }
    }

    /// <summary>Whether the module is in training mode, which is what dropout and batch normalization look at.</summary>
    public bool Training { get; private set; } = true;

    /// <summary>The parameters that the class declares, inherited ones first; generated.</summary>
    protected virtual IEnumerable<(string Key, Tensor? Value)> OwnParameters() => [];

    /// <summary>The buffers that the class declares, inherited ones first; generated.</summary>
    protected virtual IEnumerable<(string Key, Tensor? Value, bool IsPersistent)> OwnBuffers() => [];

    /// <summary>The child modules that the class declares, inherited ones first; generated.</summary>
    protected virtual IEnumerable<(string Key, Module? Value)> OwnChildren() => [];

    /// <summary>Makes a tensor trainable: what the setter of a parameter calls.</summary>
    /// <param name="value">The new parameter, or nothing.</param>
    /// <param name="key">The parameter's name in the state dict, for messages.</param>
    /// <exception cref="AutogradException">The tensor is the result of a recorded operator, or holds integers.</exception>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(value))]
    protected static TTensor? AsParameter<TTensor>(TTensor? value, string key)
        where TTensor : Tensor
    {
        if (value is null)
            return null;
        if (!value.IsLeaf)
        {
            throw new AutogradException(
                $"Cannot assign non-leaf Tensor to parameter '{key}'. Model parameters must be created explicitly. " +
                $"To express '{key}' as a function of another Tensor, compute the value in the Forward() method; to use its present values, assign x.Detach().");
        }

        value.RequiresGrad = true;
        return value;
    }
}
