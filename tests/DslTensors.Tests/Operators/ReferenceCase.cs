using System.Text.Json;
using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Operators;

/// <summary>One call of an operator and PyTorch's answer.</summary>
public sealed record ReferenceCase(
    string Op, IReadOnlyDictionary<string, JsonElement> Arguments, ReferenceTensor[] Inputs, bool InputsAreList,
    ReferenceTensor[]? Outputs, ReferenceTensor?[]? GradOutputs, ReferenceTensor?[]? Grads, string? Error)
{
    public static readonly string[] Files = ["unary", "binary", "clamp", "join", "create", "view", "reduce", "norm", "bmm", "nn_ops", "windows", "dtypes", "rearrange"];

    private static readonly Lazy<ReferenceCase[]> s_all = new(() =>
        [.. Files.SelectMany(file => ReferenceFile.ReadJson($"ops/{file}.json").GetProperty("cases").EnumerateArray().Select(Parse))]);

    public static IReadOnlyList<ReferenceCase> All => s_all.Value;

    public override string ToString() =>
        $"{Op}({string.Join(", ", Inputs.Select(input => $"{input.DType}[{string.Join(", ", input.Shape)}]"))}; {string.Join(", ", Arguments.Select(pair => $"{pair.Key}: {pair.Value.GetRawText()}"))})";

    private static ReferenceCase Parse(JsonElement element) => new(
        element.GetProperty("op").GetString()!,
        element.TryGetProperty("args", out var args) && args.ValueKind == JsonValueKind.Object
            ? args.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value)
            : [],
        [.. Tensors(element, "inputs")!.Select(tensor => tensor!)],
        element.TryGetProperty("inputs_are_list", out var isList) && isList.GetBoolean(),
        Tensors(element, "outputs")?.Select(tensor => tensor!).ToArray(),
        Tensors(element, "grad_outputs"),
        Tensors(element, "grads"),
        element.TryGetProperty("error", out var error) ? error.GetProperty("message").GetString() : null);

    private static ReferenceTensor?[]? Tensors(JsonElement element, string name) => element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
        ? [.. list.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Object ? ReferenceTensor.Parse(item) : null)]
        : null;
}
