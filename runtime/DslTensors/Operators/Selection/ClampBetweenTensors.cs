namespace DslTensors.Operators;

public static partial class Selection
{
    [Elementwise(Name = "clamp", IsInternal = true, InPlace = false)]
    private static float ClampBetweenTensors(float input, float min, float max) => MathF.Min(MathF.Max(input, min), max);

    [Gradient(nameof(ClampBetweenTensors), "input")]
    private static float ClampBetweenTensorsInputSlope(float grad, float input, float min, float max) => input >= min && input <= max ? grad : 0;

    [Gradient(nameof(ClampBetweenTensors), "min")]
    private static float ClampBetweenTensorsMinSlope(float grad, float input, float min, float max) => min < max && input < min ? grad : 0;

    [Gradient(nameof(ClampBetweenTensors), "max")]
    private static float ClampBetweenTensorsMaxSlope(float grad, float input, float min, float max) => input > max || max < min ? grad : 0;
}
