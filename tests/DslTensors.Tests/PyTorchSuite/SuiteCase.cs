using System.Text.Json;

namespace DslTensors.Tests.PyTorchSuite;

/// <summary>One sample of PyTorch's operator suite, and PyTorch's answer.</summary>
/// <param name="Op">The operator, by the last part of PyTorch's name.</param>
/// <param name="Id">The element type and a number.</param>
/// <param name="Arguments">All arguments, in order, by PyTorch's parameter names; tensors refer to <paramref name="Inputs"/>.</param>
/// <param name="Inputs">The tensors among the arguments.</param>
/// <param name="Outputs">The results; <see langword="null"/> where there is an error.</param>
/// <param name="GradOutputs">The gradient of each result that has one.</param>
/// <param name="Grads">The gradient of each input that has one.</param>
/// <param name="Error">PyTorch's error text.</param>
public sealed record SuiteCase(
    string Op, string Id, (string Name, JsonElement Value)[] Arguments, SuiteTensor[] Inputs,
    SuiteTensor[]? Outputs, SuiteTensor?[]? GradOutputs, SuiteTensor?[]? Grads, string? Error)
{
    public static SuiteCase Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        var element = document.RootElement.Clone();
        return new SuiteCase(
            element.GetProperty("op").GetString()!,
            element.GetProperty("id").GetString()!,
            [.. element.GetProperty("args").EnumerateObject().Select(pair => (pair.Name, pair.Value))],
            Tensors(element, "inputs")!,
            Tensors(element, "outputs"),
            Tensors(element, "grad_outputs"),
            Tensors(element, "grads"),
            element.TryGetProperty("error", out var error) ? error.GetProperty("message").GetString() : null);
    }

    /// <summary>The call in words.</summary>
    public override string ToString() => $"{Op} {Id}: ({string.Join(", ", Arguments.Select(argument => $"{argument.Name}: {Text(argument.Value)}"))})";

    private static SuiteTensor[]? Tensors(JsonElement element, string name) => element.TryGetProperty(name, out var list)
        ? [.. list.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Object ? SuiteTensor.Parse(item) : null!)]
        : null;

    private string Text(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
            return $"[{string.Join(", ", value.EnumerateArray().Select(Text))}]";
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("tensor", out var index))
            return value.GetRawText();
        var tensor = Inputs[index.GetInt32()];
        return $"{tensor.DType}[{string.Join(", ", tensor.Shape)}]";
    }
}
