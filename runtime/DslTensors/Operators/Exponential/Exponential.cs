namespace DslTensors.Operators;

/// <summary>Powers, roots, exponentials and logarithms.</summary>
public static partial class Exponential;
