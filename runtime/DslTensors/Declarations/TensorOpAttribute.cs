namespace DslTensors;

/// <summary>
/// Declares a structured operator: a static partial class with a method <c>Forward</c> (the kernel) and one <c>GradInput</c>
/// method for each differentiable input. The parameters of a gradient method are what is saved for backward.
/// </summary>
/// <param name="signature">The shapes of inputs and outputs in the shape language, e.g. <c>"b n m, b m p -> b n p"</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TensorOpAttribute(string signature) : Attribute
{
    /// <summary>The shapes of inputs and outputs.</summary>
    public string Signature { get; } = signature;

    /// <summary>The name that users call; by default the class name.</summary>
    public string? Method { get; init; }

    /// <summary>PyTorch's name, in lower case with underscores; by default made from the name that users call.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// PyTorch's other names of the operator, as PyTorch spells them: each gets every public form, by the mechanical rule
    /// (<c>"less_equal"</c> is <c>LessEqual</c>).
    /// </summary>
    public string[] Aliases { get; init; } = [];

    /// <summary>Other operators use it through its <c>Apply</c> method; users don't see it.</summary>
    public bool IsInternal { get; init; }

    /// <summary>
    /// There is a form that writes into the first input (PyTorch's <c>add_</c>). Its kernel is called with that input as the result, so it
    /// must not read what it has written.
    /// </summary>
    public bool InPlace { get; init; }

    /// <summary>The element type of a creation function where the caller names none; by default float.</summary>
    public Type? DefaultType { get; init; }

    /// <summary>The result of <c>Compose</c> always shows the elements of the first input, so that a write to one is seen in the other. Of <c>View</c> that is known.</summary>
    public bool IsView { get; init; }

    /// <summary>The operator has no gradient: its results never require one.</summary>
    public bool NonDifferentiable { get; init; }

    /// <summary>The C# operator that also stands for it, e.g. <c>&amp;</c>.</summary>
    public string? Symbol { get; init; }

    /// <summary>A number may stand for either of its two tensors.</summary>
    public bool TakesNumbers { get; init; }

    /// <summary>
    /// The element types that it is for, where no constraint says it: users see one overload for each instead of a generic method, whose
    /// results may have other types, as the sum of integers is <see langword="long"/>.
    /// </summary>
    public ElementTypes ElementTypes { get; init; }

    /// <summary>
    /// Whether <see cref="Half"/> and <see cref="BFloat16"/> reach it as <see langword="float"/>, and results and gradients are rounded once. That is so
    /// of kernels over numbers and of compositions over real numbers, unless their name ends in <c>InPlace</c>; another one that writes into its inputs
    /// says <see langword="false"/>, and another one that computes says <see langword="true"/>.
    /// </summary>
    public bool HalvesInFloat { get; init; } = true;
}
