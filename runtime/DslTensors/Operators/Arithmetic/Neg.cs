namespace DslTensors.Operators;

public static partial class Arithmetic
{
    /// <summary>The negative of each element (PyTorch's <c>neg</c>).</summary>
    /// <param name="input">The tensor.</param>
    [Elementwise(Symbol = "-", Aliases = ["negative"])]
    private static float Neg(float input) => -input;
}
