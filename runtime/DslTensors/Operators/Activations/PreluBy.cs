namespace DslTensors.Operators;

public static partial class Activations
{
    [Elementwise(Name = "prelu", IsInternal = true, InPlace = false)]
    private static float PreluBy(float input, float weight) => input > 0 ? input : input * weight;
}
