namespace DslTensors.Operators;

public static partial class Activations
{
    [Elementwise(Name = "softshrink", IsInternal = true, InPlace = false)]
    private static float SoftshrinkBy(float input, [Scalar] float lambd) => input > lambd ? input - lambd : input < -lambd ? input + lambd : 0;
}
