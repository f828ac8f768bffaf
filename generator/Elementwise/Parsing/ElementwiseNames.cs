namespace DslTensors.Generator.Elementwise;

/// <summary>Metadata names that declare elementwise functions.</summary>
internal static class ElementwiseNames
{
    public const string Elementwise = "DslTensors.ElementwiseAttribute";
    public const string Scalar = "DslTensors.ScalarAttribute";
    public const string Gradient = "DslTensors.GradientAttribute";

    /// <summary>On a compiled function or on the type that holds it: its serialised body.</summary>
    public const string Body = "DslTensors.ElementwiseBodyAttribute";

    /// <summary>Scalar functions that .NET lacks.</summary>
    public const string ScalarMath = "DslTensors.ScalarMath";
}
