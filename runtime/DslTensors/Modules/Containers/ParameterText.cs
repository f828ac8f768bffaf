namespace DslTensors;

/// <summary>Parameters as PyTorch prints a list of them.</summary>
internal static class ParameterText
{
    public static string Of(IEnumerable<(string Key, Tensor? Value)> parameters) => string.Join("\n  ", parameters.Select(static parameter =>
        $"({parameter.Key}): Parameter containing: [{parameter.Value!.DType.ToString().ToLowerInvariant()} of size {string.Join('x', parameter.Value.Shape.ToArray())}]"));
}
