namespace DslTensors.Operators;

public static partial class Selection
{
    [Elementwise(IsInternal = true, InPlace = false)]
    private static float Choose(float condition, float input, float other) => condition != 0 ? input : other;
}
