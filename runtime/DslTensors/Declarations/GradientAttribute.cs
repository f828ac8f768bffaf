namespace DslTensors;

/// <summary>
/// Binds a hand-written gradient to an <see cref="ElementwiseAttribute"/> function: a scalar function of <c>grad</c> and whatever
/// of the inputs and <c>result</c> it names. What it does not name is not saved.
/// </summary>
/// <param name="function">The function's name.</param>
/// <param name="input">The input that the gradient is for.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GradientAttribute(string function, string input) : Attribute
{
    /// <summary>The function's name.</summary>
    public string Function { get; } = function;

    /// <summary>The input that the gradient is for.</summary>
    public string Input { get; } = input;
}
