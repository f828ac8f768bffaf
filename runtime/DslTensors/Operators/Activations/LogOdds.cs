namespace DslTensors.Operators;

public static partial class Activations
{
    [Elementwise(Name = "logit", IsInternal = true, InPlace = false)]
    private static float LogOdds(float input) => MathF.Log(input / (1 - input));

    [Gradient(nameof(LogOdds), "input")]
    private static float LogOddsSlope(float grad, float input) => input < 0 || input > 1 ? float.NaN : grad / (input * (1 - input));
}
