namespace DslTensors.Operators;

public static partial class Arithmetic
{
    /// <summary>1 for each positive element, -1 for each negative one, 0 for others (PyTorch's <c>sgn</c>, which for real numbers is <c>sign</c>).</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Elementwise]
    private static float Sgn(float input) => input > 0 ? 1 : input < 0 ? -1 : 0;
}
