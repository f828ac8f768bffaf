namespace DslTensors.Operators;

/// <summary>Choices between elements.</summary>
public static partial class Selection;
