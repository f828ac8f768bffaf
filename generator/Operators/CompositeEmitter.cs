using System.Linq;
using DslTensors.Generator.Emission;
using static DslTensors.Generator.Operators.OperatorEmitter;

namespace DslTensors.Generator.Operators;

/// <summary>Writes the computation of an operator that is written in other operators.</summary>
internal static class CompositeEmitter
{
    public static void Write(SourceWriter writer, OperatorModel model)
    {
        var composed = $"{(model.HalvesInFloat ? "Composed" : "Compose")}{model.Generics.List}({Names(model.Parameters)})";
        var isDirect = model.Gradients.Count == 0;
        if (!isDirect)
        {
            // What has gradient methods of its own is one step of the graph, not those it is composed of.
            using (writer.Indented($"if (!{Records(model)})"))
                writer.Line(Stored(composed));
            writer.Line();
            writer.Line($"{ReturnType(model)} composed;");
            using (writer.Indented("using (global::DslTensors.Autograd.NoGrad())"))
                writer.Line($"composed = {composed};");
            foreach (var output in model.Outputs)
            {
                var value = model.Outputs.Count == 1 ? "composed" : $"composed.{Capitalized(output)}";
                writer.Line($"var {output.Name} = global::DslTensors.ComposedResult.Own({value}, {DifferentiableList(model)});");
            }

            writer.Line($"Record({Names(model.Parameters.Concat(model.Outputs))});");
            composed = model.Outputs.Count == 1 ? model.Outputs[0].Name : $"({Names(model.Outputs)})";
        }

        writer.Line(Stored(composed));

        string Stored(string result) => HasDestination(model)
            ? $"return global::DslTensors.Destination.Store(\"{model.Name.Torch}\", destination, {result});"
            : $"return {result};";
    }

    public static void WriteComposed(SourceWriter writer, OperatorModel model)
    {
        var type = model.Generics.Names[0];
        var parameters = string.Join(", ", model.Parameters.Select(parameter => $"{parameter.ApiType} {parameter.Name}"));
        var arguments = string.Join(", ", model.Parameters.Select(parameter => HalvesInFloat.Tensor(parameter, type)));
        using (writer.Block($"private static {ReturnType(model)} Composed{model.Generics.List}({parameters}){Constraints(model.Generics)}"))
        {
            using (writer.Indented($"if (!{HalvesInFloat.Test}<{type}>())"))
                writer.Line($"return Compose{model.Generics.List}({Names(model.Parameters)});");
            writer.Line($"var inFloat = Compose<float>({arguments});");
            writer.Line(model.Outputs.Count == 1
                ? $"return {HalvesInFloat.Back("inFloat", model.Outputs[0], type)};"
                : $"return ({string.Join(", ", model.Outputs.Select(output => HalvesInFloat.Back($"inFloat.{Capitalized(output)}", output, type)))});");
        }
    }
}
