namespace DslTensors.Operators;

/// <summary>The losses of single elements, each one fused loop.</summary>
public static partial class ElementLosses
{
    [Elementwise(IsInternal = true, InPlace = false)]
    private static float SquaredError(float input, float target) => (input - target) * (input - target);

    [Elementwise(IsInternal = true, InPlace = false)]
    private static float AbsoluteError(float input, float target) => MathF.Abs(input - target);

    [Elementwise(IsInternal = true, InPlace = false)]
    private static float HuberError(float input, float target, [Scalar] float delta) => MathF.Abs(input - target) <= delta
        ? 0.5f * (input - target) * (input - target)
        : delta * (MathF.Abs(input - target) - (0.5f * delta));

    // The logarithms stop at -100, as in PyTorch, so that the loss of a certain mistake stays finite.
    [Elementwise(IsInternal = true, InPlace = false)]
    private static float CrossEntropyOfProbability(float input, float target) =>
        -((target * MathF.Max(MathF.Log(input), -100)) + ((1 - target) * MathF.Max(MathF.Log(1 - input), -100)));

    [Elementwise(IsInternal = true, InPlace = false)]
    private static float CrossEntropyOfLogit(float input, float target) =>
        MathF.Max(input, 0) - (input * target) + float.LogP1(MathF.Exp(-MathF.Abs(input)));

    [Elementwise(IsInternal = true, InPlace = false)]
    private static float Divergence(float input, float target) => target <= 0 ? 0 : target * (MathF.Log(target) - input);
}
