namespace DslTensors.Operators;

public static partial class Selection
{
    [Elementwise(Name = "clamp_min", IsInternal = true, InPlace = false)]
    private static float ClampAbove(float input, [Scalar] float min) => MathF.Max(input, min);

    [Gradient(nameof(ClampAbove), "input")]
    private static float ClampAboveSlope(float grad, float input, float min) => input >= min ? grad : 0;
}
