namespace DslTensors.Operators;

/// <summary>Circular and hyperbolic functions.</summary>
public static partial class Trigonometric;
