using System.Linq;
using DslTensors.Generator.Emission;

namespace DslTensors.Generator.Modules;

/// <summary>Writes the implementing part of a parameter or buffer property.</summary>
internal static class TensorPropertyEmitter
{
    // Documentation stands on the user's part; any here would take its place.
    public static void Write(SourceWriter writer, TensorModel tensor)
    {
        using (writer.Block($"{tensor.Modifiers} {tensor.Type} {tensor.Name}", $"}}{InitialValue(tensor)}"))
        {
            foreach (var accessor in tensor.Accessors)
                writer.Line($"{accessor.Modifiers} {accessor.Keyword} => {Body(tensor, accessor)};".TrimStart());
        }
    }

    private static string Body(TensorModel tensor, AccessorModel accessor) => (accessor.Keyword, tensor.Kind) switch
    {
        ("get", _) => "field",
        (_, TensorKind.Parameter) => $"field = AsParameter(value, {SourceText.Literal(tensor.Key)})",
        _ => "field = value",
    };

    // The user's own initial value stands on the user's part, where it runs in the order of the declarations.
    private static string InitialValue(TensorModel tensor)
    {
        if (tensor.HasInitializer)
            return "";
        var zeros = $"global::DslTensors.Init.Zeros<{tensor.Element}>({string.Join(", ", tensor.Dimensions.AsEnumerable())})";
        return tensor.When is null ? $" = {zeros};" : $" = {tensor.When} ? {zeros} : null;";
    }
}
