namespace DslTensors.Operators;

public static partial class Exponential
{
    [Elementwise(Name = "sqrt", IsInternal = true, InPlace = false)]
    private static float RootOrFlat(float input) => MathF.Sqrt(input);

    [Gradient(nameof(RootOrFlat), "input")]
    private static float RootOrFlatSlope(float grad, float result) => result == 0 ? 0 : grad / (2 * result);
}
