namespace DslTensors.Operators;

public static partial class Arithmetic
{
    // The quotient of what the remainder leaves is an integer but for rounding. A divisor of 0 gives infinity or NaN as a division does.
    [Elementwise(Name = "div", IsInternal = true, InPlace = false)]
    private static float QuotientDown(float input, float other)
    {
        var rest = input % other;
        var exact = (input - rest) / other;
        var quotient = (rest > 0 && other < 0) || (rest < 0 && other > 0) ? exact - 1 : exact;
        var down = MathF.Floor(quotient);
        var rounded = quotient - down > 0.5f ? down + 1 : down;
        return other == 0 ? input / other : quotient == 0 ? input / other * 0 : rounded;
    }

    [Gradient(nameof(QuotientDown), "input")]
    private static float QuotientDownFlatInInput(float grad) => 0;

    [Gradient(nameof(QuotientDown), "other")]
    private static float QuotientDownFlatInOther(float grad) => 0;
}
