namespace DslTensors.Operators;

/// <summary>Logic of elements, of which all but 0 are true.</summary>
public static partial class Logic;
