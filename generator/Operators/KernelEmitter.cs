using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Emission;
using static DslTensors.Generator.Operators.OperatorEmitter;

namespace DslTensors.Generator.Operators;

/// <summary>Writes the computation of an operator that has a kernel.</summary>
internal static class KernelEmitter
{
    public static void Write(SourceWriter writer, OperatorModel model, ShapeCheckEmitter check)
    {
        var inputs = model.Parameters.Where(parameter => parameter.IsTensor).ToList();
        var list = string.Join(", ", inputs.Select(input => input.Kind == ParameterKind.TensorList ? $".. {input.Name}" : input.Name));
        var common = inputs.Count == 0 ? "" : inputs.Any(input => input.Kind == ParameterKind.TensorList) ? $", [{list}]" : $", {list}";
        writer.Line($"var device = global::DslTensors.Device.Common(\"{model.Name.Torch}\"{common});");
        for (var i = 0; i < model.Outputs.Count; i++)
        {
            var (output, layout) = (model.Outputs[i].Name, $"{model.Outputs[i].Name}Layout");
            var allocate = $"global::DslTensors.Tensor<{model.Outputs[i].Type}>.Allocate(device, {layout})";
            writer.Line($"var {layout} = {check.ResultLayout(i)};");
            writer.Line(HasDestination(model)
                ? $"var {output} = destination is null ? {allocate} : global::DslTensors.Destination.Prepare(\"{model.Name.Torch}\", destination, device, {layout}, [{list}]);"
                : $"var {output} = {allocate};");
        }

        var results = string.Join(", ", model.Outputs.Select(output => output.Name));
        using (writer.Indented("if (device.Backend is { } backend)"))
            writer.Line(DeviceKernelEmitter.Call(model, model.Name.Torch, model.Outputs.Select(output => output.Name)));
        if (model.HalvesInFloat)
            WriteKernelInFloat(writer, model);
        using (writer.Indented("else"))
            writer.Line($"Forward{model.Generics.List}({string.Join(", ", KernelArguments(model))});");
        foreach (var input in inputs)
            writer.Line(input.Kind == ParameterKind.TensorList ? $"global::DslTensors.TensorViews.KeepAlive({input.Name});" : $"global::System.GC.KeepAlive({input.Name});");
        foreach (var output in model.Outputs)
            writer.Line($"global::System.GC.KeepAlive({output.Name});");
        WriteRecordCall(writer, model);
        writer.Line(HasDestination(model)
            ? $"return global::DslTensors.Destination.Finish(destination, {results});"
            : model.Outputs.Count == 1 ? $"return {results};" : $"return ({results});");
    }

    private static void WriteKernelInFloat(SourceWriter writer, OperatorModel model)
    {
        var type = model.Generics.Names[0];
        using (writer.Block($"else if ({HalvesInFloat.Test}<{type}>())"))
        {
            var computed = model.Outputs.Where(output => output.Type == type).ToList();
            foreach (var output in computed)
                writer.Line($"var {output.Name}InFloat = global::DslTensors.Halves.Room({output.Name}.AsView());");
            var inputs = model.Parameters.Where(parameter => parameter.IsTensor).Select(input => $"{input.Name}: {HalvesInFloat.View(input, type)}");
            var outputs = model.Outputs.Select(output => $"{output.Name}: {(output.Type == type ? $"{output.Name}InFloat" : $"{output.Name}.AsView()")}");
            var attributes = model.Parameters.Where(parameter => !parameter.IsTensor).Select(attribute => $"{attribute.Name}: {attribute.Name}");
            writer.Line($"Forward<float>({string.Join(", ", inputs.Concat(outputs).Concat(attributes))});");
            foreach (var output in computed)
                writer.Line($"global::DslTensors.Halves.Narrow({output.Name}InFloat, {output.Name}.AsView());");
        }
    }

    // The kernel's own order: inputs, results, attributes, as its declaration has them.
    internal static IEnumerable<string> KernelArguments(OperatorModel model)
    {
        foreach (var parameter in model.Parameters.Where(parameter => parameter.IsTensor))
        {
            yield return parameter.Kind switch
            {
                ParameterKind.OptionalTensor => $"{parameter.Name}: {parameter.Name}?.AsView()",
                ParameterKind.TensorList => $"{parameter.Name}: global::DslTensors.TensorViews.Of({parameter.Name})",
                _ => $"{parameter.Name}: {parameter.Name}.AsView()",
            };
        }

        foreach (var output in model.Outputs)
            yield return $"{output.Name}: {output.Name}.AsView()";
        foreach (var attribute in model.Parameters.Where(parameter => !parameter.IsTensor))
            yield return $"{attribute.Name}: {attribute.Name}";
    }
}
