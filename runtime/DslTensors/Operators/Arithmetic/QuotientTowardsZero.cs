namespace DslTensors.Operators;

public static partial class Arithmetic
{
    [Elementwise(Name = "div", IsInternal = true, InPlace = false)]
    private static float QuotientTowardsZero(float input, float other) => MathF.Truncate(input / other);

    [Gradient(nameof(QuotientTowardsZero), "input")]
    private static float QuotientTowardsZeroFlatInInput(float grad) => 0;

    [Gradient(nameof(QuotientTowardsZero), "other")]
    private static float QuotientTowardsZeroFlatInOther(float grad) => 0;
}
