namespace DslTensors;

/// <summary>Marks a parameter of an <see cref="ElementwiseAttribute"/> function as a number, the same for every element.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ScalarAttribute : Attribute;
