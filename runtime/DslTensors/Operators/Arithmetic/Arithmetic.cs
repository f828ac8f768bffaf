namespace DslTensors.Operators;

/// <summary>Arithmetic of elements.</summary>
public static partial class Arithmetic;
