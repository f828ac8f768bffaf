namespace DslTensors;

/// <summary>
/// Declares a GPU kernel. On a static method whose first parameter is an ILGPU index, and the others views and structs, the generator writes a typed
/// launcher beside it. On a class that derives an operator's generated <c>DeviceKernel</c>, it makes the class that operator's kernel.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class KernelAttribute : Attribute
{
    /// <summary>A kernel method.</summary>
    public KernelAttribute()
    {
    }

    /// <summary>The class that supplies an operator's kernel.</summary>
    /// <param name="operator">The operator's class.</param>
    public KernelAttribute(Type @operator) => Operator = @operator;

    /// <summary>The operator's class.</summary>
    public Type? Operator { get; }
}
