namespace DslTensors.Operators;

public static partial class Trigonometric
{
    /// <summary>Radians in degrees (PyTorch's <c>rad2deg</c>).</summary>
    /// <param name="input">Angles in radians.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise(RealOnly = true)]
    private static float Rad2deg(float input) => input * 57.295779513082320877f;
}
