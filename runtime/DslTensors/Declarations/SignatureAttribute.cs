namespace DslTensors;

/// <summary>
/// States all shapes of a method at once, in the shape language, where a <c>[Shape]</c> for each cannot: of results that are tuples, and of shapes that depend on one
/// another. <c>[Signature("b? inputSize, b? hiddenSize?, b? hiddenSize? -> b? hiddenSize, b? hiddenSize")]</c>; the analyzer believes it.
/// </summary>
/// <param name="signature">The inputs are the tensors among the parameters in order, those of a tuple one after the other; so are the results. In a module, names may be
/// constructor parameters.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SignatureAttribute(string signature) : Attribute
{
    /// <summary>The signature.</summary>
    public string Signature { get; } = signature;
}
