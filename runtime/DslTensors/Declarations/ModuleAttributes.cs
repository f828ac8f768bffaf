namespace DslTensors;

/// <summary>
/// Declares a module (PyTorch's <c>nn.Module</c>): a partial class whose parameters, buffers and child modules the generator
/// collects into <c>Parameters()</c>, <c>StateDict()</c> and the rest of <c>Module</c>, which becomes its base class.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ModuleAttribute : Attribute;

/// <summary>A trainable tensor of a module, on a partial property. Without an initial value it starts as zeros of its shape.</summary>
/// <param name="shape">The sizes: integers, names of the module's primary-constructor parameters, or arithmetic over them in parentheses: <c>"(3 * width)"</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute(params object[] shape) : Attribute
{
    /// <summary>The sizes: integers, or names of the module's primary-constructor parameters.</summary>
    public object[] Shape { get; } = shape;

    /// <summary>The key in the state dict; by default the property's name in lower case with underscores.</summary>
    public string? Name { get; init; }

    /// <summary>The name of a Boolean primary-constructor parameter; the parameter is absent (<see langword="null"/>) when it is false.</summary>
    /// <remarks>An initial value looks at the condition itself: <c>= bias ? Init.Ones(width) : null</c>.</remarks>
    public string? When { get; init; }
}

/// <summary>A tensor that belongs to a module's state without being trained, on a partial property. Without an initial value it starts as zeros.</summary>
/// <param name="shape">The sizes: integers, names of the module's primary-constructor parameters, or arithmetic over them in parentheses: <c>"(3 * width)"</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BufferAttribute(params object[] shape) : Attribute
{
    /// <summary>The sizes: integers, or names of the module's primary-constructor parameters.</summary>
    public object[] Shape { get; } = shape;

    /// <summary>The key in the state dict; by default the property's name in lower case with underscores.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the buffer is part of the state dict.</summary>
    public bool Persistent { get; init; } = true;

    /// <summary>The name of a Boolean primary-constructor parameter; the buffer is absent (<see langword="null"/>) when it is false.</summary>
    /// <remarks>An initial value looks at the condition itself: <c>= bias ? Init.Ones(width) : null</c>.</remarks>
    public string? When { get; init; }
}

/// <summary>Overrides the state-dict name of a child module.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ChildAttribute : Attribute
{
    /// <summary>The name in keys; by default the member's name in lower case with underscores.</summary>
    public string? Name { get; init; }
}
