namespace DslTensors;

/// <summary>What is wrong with a shape.</summary>
public enum ShapeFault
{
    /// <summary>The number of dimensions.</summary>
    Rank,

    /// <summary>A size.</summary>
    Size,
}

/// <summary>
/// The sentence that PyTorch uses when an input of a <see cref="TensorOpAttribute"/> operator has a wrong shape; run-time errors
/// and diagnostics open with it.
/// </summary>
/// <param name="input">The input.</param>
/// <param name="fault">What is wrong.</param>
/// <param name="text">
/// The sentence. <c>{n}</c> is the size that the signature's name stands for, <c>{input}</c> the shape of an input,
/// <c>{input[0]}</c> one of its sizes and <c>{input.Rank}</c> its rank.
/// </param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ShapeErrorAttribute(string input, ShapeFault fault, string text) : Attribute
{
    /// <summary>The input.</summary>
    public string Input { get; } = input;

    /// <summary>What is wrong.</summary>
    public ShapeFault Fault { get; } = fault;

    /// <summary>The sentence.</summary>
    public string Text { get; } = text;
}
