namespace DslTensors.Operators;

public static partial class Selection
{
    [Elementwise(Name = "clamp_max", IsInternal = true, InPlace = false)]
    private static float ClampBelow(float input, [Scalar] float max) => MathF.Min(input, max);

    [Gradient(nameof(ClampBelow), "input")]
    private static float ClampBelowSlope(float grad, float input, float max) => input <= max ? grad : 0;
}
