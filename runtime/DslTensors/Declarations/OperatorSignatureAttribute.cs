namespace DslTensors;

/// <summary>
/// What the compiler knows of an operator: its name and the shapes of its inputs and outputs. Generated on every public form of
/// an operator, ours and a user's, so that analyzers read it from metadata.
/// </summary>
/// <param name="name">PyTorch's name of the operator.</param>
/// <param name="signature">The shapes in the shape language; the inputs are the tensor parameters in order.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OperatorSignatureAttribute(string name, string signature) : Attribute
{
    /// <summary>PyTorch's name of the operator.</summary>
    public string Name { get; } = name;

    /// <summary>The shapes of inputs and outputs.</summary>
    public string Signature { get; } = signature;

    /// <summary>The class that declares the operator; its <see cref="ShapeErrorAttribute"/>s hold PyTorch's sentences.</summary>
    public Type? Declaration { get; init; }

    /// <summary>What backward saves, by parameter name (<c>result</c> for the result); empty when nothing is saved.</summary>
    public string[] Saved { get; init; } = [];

    /// <summary>Whether the result shows the elements of the first input: a write to one is seen in the other.</summary>
    public bool IsView { get; init; }

    /// <summary>The inputs that receive a gradient, by parameter name.</summary>
    public string[] Differentiable { get; init; } = [];
}
