using System.Text.Json;

namespace DslTensors.Analyzers.Tests.Shapes;

/// <summary>A call that PyTorch ran, translated into C#.</summary>
internal sealed record ReferenceCall(string Op, string Method, string Code, string? Error, string Source)
{
    private static int _count;

    /// <summary>Null for a call that has no plain translation.</summary>
    public static ReferenceCall? Read(JsonElement element)
    {
        var op = element.GetProperty("op").GetString()!;
        var tensors = element.GetProperty("inputs").EnumerateArray().Select(Tensor).ToList();
        var arguments = element.GetProperty("args").EnumerateObject().Select(Argument).ToList();
        if (tensors.Contains(null) || arguments.Contains(null))
            return null;

        var list = element.TryGetProperty("list", out _) ? [$"[{string.Join(", ", tensors)}]"] : tensors;
        var code = $"Tensor.{Pascal(op)}({string.Join(", ", list.Concat(arguments).Where(text => text != ""))})";
        var error = element.TryGetProperty("error", out var text) ? text.ValueKind == JsonValueKind.Object ? text.GetProperty("message").GetString() : text.GetString() : null;
        var method = $"{Pascal(op)}{Interlocked.Increment(ref _count)}";

        // Reshaping to the sizes that PyTorch got is a mistake wherever the analyzer thinks of another number of elements.
        var check = error is null && element.TryGetProperty("outputs", out var outputs) && outputs.GetArrayLength() == 1
            ? $".Reshape({Sizes(outputs[0].ValueKind == JsonValueKind.Object ? outputs[0].GetProperty("shape") : outputs[0])})"
            : "";
        return new ReferenceCall(op, method, code, error, $"    static object {method}() => {code}{check};\n");
    }

    private static string? Tensor(JsonElement input)
    {
        var type = input.GetProperty("dtype").GetString() switch
        {
            "float32" => "float",
            "float64" => "double",
            "int64" => "long",
            "int32" => "int",
            "bool" => "bool",
            _ => null,
        };
        var order = input.TryGetProperty("permute", out var permuted) ? $".Permute({Sizes(permuted)})" : "";
        return type is null ? null : $"Tensor.Zeros<{type}>({Sizes(input.GetProperty("shape"))}){order}";
    }

    private static string? Argument(JsonProperty argument) => argument.Value.ValueKind switch
    {
        // Leaving an argument out is C#'s None.
        JsonValueKind.Null => "",
        JsonValueKind.Number => $"{Camel(argument.Name)}: {argument.Value.GetRawText()}",
        JsonValueKind.True or JsonValueKind.False => $"{Camel(argument.Name)}: {argument.Value.GetRawText()}",
        JsonValueKind.Array when argument.Name != "args" => $"{Camel(argument.Name)}: [{Sizes(argument.Value)}]",
        JsonValueKind.String when argument.Name == "reduction" => $"reduction: Reduction.{Pascal(argument.Value.GetString()!)}",
        JsonValueKind.String when argument.Name == "padding" => $"padding: {argument.Value.GetRawText()}",
        _ => null,
    };

    private static string Sizes(JsonElement sizes) => string.Join(", ", sizes.EnumerateArray().Select(size => size.GetRawText()));

    private static string Pascal(string name) => string.Concat(name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string Camel(string name)
    {
        var pascal = Pascal(name == "keepdim" ? "keep_dim" : name);
        return char.ToLowerInvariant(pascal[0]) + pascal[1..];
    }
}
