namespace DslTensors.Operators;

/// <summary>Comparisons of elements.</summary>
public static partial class Comparison;
