namespace DslTensors.Operators;

/// <summary>Roundings of elements.</summary>
public static partial class Rounding;
