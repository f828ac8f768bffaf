namespace DslTensors.Operators;

public static partial class Trigonometric
{
    /// <summary>Degrees in radians (PyTorch's <c>deg2rad</c>).</summary>
    /// <param name="input">Angles in degrees.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise(RealOnly = true)]
    private static float Deg2rad(float input) => input * 0.017453292519943295769f;
}
