namespace DslTensors.Operators;

public static partial class Activations
{
    [Elementwise(IsInternal = true, InPlace = false)]
    private static float GeluErf(float input) => 0.5f * input * (1 + ScalarMath.Erf(input * 0.70710678118654752440f));
}
