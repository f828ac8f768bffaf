namespace DslTensors.Operators;

public static partial class Selection
{
    [Elementwise(Name = "clamp_min", IsInternal = true, InPlace = false)]
    private static float ClampMinTensor(float input, float min) => MathF.Max(input, min);

    [Gradient(nameof(ClampMinTensor), "input")]
    private static float ClampMinTensorInputSlope(float grad, float input, float min) => input >= min ? grad : 0;

    [Gradient(nameof(ClampMinTensor), "min")]
    private static float ClampMinTensorMinSlope(float grad, float input, float min) => input < min ? grad : 0;
}
