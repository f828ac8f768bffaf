namespace DslTensors;

/// <summary>
/// Declares an elementwise operator: a static scalar function of one to five <see langword="float"/> inputs. From its body the
/// generator writes the tensor operator (static, instance, <c>destination</c> and in-place forms), its gradient and its vector loop.
/// </summary>
/// <remarks>
/// A <see langword="float"/> parameter without a default value is a tensor; one with a default value, or marked
/// <see cref="ScalarAttribute"/>, is a number. Several tensors broadcast.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ElementwiseAttribute : Attribute
{
    /// <summary>PyTorch's name, in lower case with underscores; by default made from the method's name.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// PyTorch's other names of the operator, as PyTorch spells them: each gets every public form, by the mechanical rule
    /// (<c>"less_equal"</c> is <c>LessEqual</c>).
    /// </summary>
    public string[] Aliases { get; init; } = [];

    /// <summary>Other operators use it through the generated method of its class; users don't see it.</summary>
    public bool IsInternal { get; init; }

    /// <summary>The operator has no gradient: its results never require one.</summary>
    public bool NonDifferentiable { get; init; }

    /// <summary>The operator is for real numbers only, although its body would work on integers.</summary>
    public bool RealOnly { get; init; }

    /// <summary>The C# operator that also stands for it, e.g. <c>+</c>.</summary>
    public string? Symbol { get; init; }

    /// <summary>The operator also has a form that writes into its first input, <c>NameInPlace</c>.</summary>
    public bool InPlace { get; init; } = true;
}
