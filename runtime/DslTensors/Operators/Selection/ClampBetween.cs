namespace DslTensors.Operators;

public static partial class Selection
{
    [Elementwise(Name = "clamp", IsInternal = true, InPlace = false)]
    private static float ClampBetween(float input, [Scalar] float min, [Scalar] float max) => MathF.Min(MathF.Max(input, min), max);

    [Gradient(nameof(ClampBetween), "input")]
    private static float ClampBetweenSlope(float grad, float input, float min, float max) => input >= min && input <= max ? grad : 0;
}
