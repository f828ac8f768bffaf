namespace DslTensors.Operators;

/// <summary>Activation functions.</summary>
public static partial class Activations;
