namespace DslTensors.Operators;

public static partial class Activations
{
    [Elementwise(IsInternal = true, InPlace = false)]
    private static float GeluTanh(float input) => 0.5f * input * (1 + MathF.Tanh(0.79788456080286535588f * (input + (0.044715f * input * input * input))));
}
