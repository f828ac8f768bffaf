namespace DslTensors.Operators;

public static partial class Selection
{
    [Elementwise(Name = "clamp", IsInternal = true, InPlace = false)]
    private static float ClampBetweenTensors(float input, float min, float max) => MathF.Min(MathF.Max(input, min), max);
}
