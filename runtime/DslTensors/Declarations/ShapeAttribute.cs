namespace DslTensors;

/// <summary>States the shape of a tensor in the shape language, e.g. <c>[Shape("b 64")]</c>; the analyzer believes it.</summary>
/// <param name="shape">Names, integers and <c>...</c>, separated by spaces. In a module, names may be constructor parameters.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ShapeAttribute(string shape) : Attribute
{
    /// <summary>The shape.</summary>
    public string Shape { get; } = shape;
}
