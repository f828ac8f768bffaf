namespace DslTensors.Operators;

/// <summary>Functions of statistics and information.</summary>
public static partial class Special
{
    /// <summary>Each element times its own logarithm, negative: what it adds to an entropy; minus infinity for negative ones (PyTorch's <c>special.entr</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Entr(float input) => float.IsNaN(input) ? input : input > 0 ? -input * MathF.Log(input) : input == 0 ? 0 : float.NegativeInfinity;

    [Gradient(nameof(Entr), "input")]
    private static float EntrSlope(float grad, float input) => grad * (-MathF.Log(input) - 1);
}
