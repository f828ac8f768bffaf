namespace DslTensors.Operators;

public static partial class Trigonometric
{
    /// <summary>The angle of each point, in radians (PyTorch's <c>atan2</c>).</summary>
    /// <param name="input">The second coordinates, y.</param>
    /// <param name="other">The first coordinates, x, or a number.</param>
    /// <returns>A tensor of the shape that the inputs broadcast to.</returns>
    [Elementwise(Aliases = ["arctan2"])]
    private static float Atan2(float input, float other) => MathF.Atan2(input, other);
}
