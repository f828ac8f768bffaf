namespace DslTensors.Operators;

public static partial class Activations
{
    [Elementwise(Name = "celu", IsInternal = true, InPlace = false)]
    private static float CeluWith(float input, [Scalar] float alpha) => input <= 0 ? alpha * float.ExpM1(input / alpha) : input;
}
