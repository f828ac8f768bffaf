namespace DslTensors.Operators;

public static partial class Selection
{
    [Elementwise(Name = "clamp_max", IsInternal = true, InPlace = false)]
    private static float ClampMaxTensor(float input, float max) => MathF.Min(input, max);

    [Gradient(nameof(ClampMaxTensor), "input")]
    private static float ClampMaxTensorInputSlope(float grad, float input, float max) => input <= max ? grad : 0;

    [Gradient(nameof(ClampMaxTensor), "max")]
    private static float ClampMaxTensorMaxSlope(float grad, float input, float max) => input > max ? grad : 0;
}
