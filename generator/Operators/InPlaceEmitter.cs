using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Emission;
using DslTensors.Generator.Signatures;

namespace DslTensors.Generator.Operators;

/// <summary>
/// Writes the form of a structured operator that fills its first input: the kernel writes there directly where nothing is recorded,
/// otherwise the result is copied there, and the copy is recorded.
/// </summary>
internal static class InPlaceEmitter
{
    public static void Write(SourceWriter writer, OperatorModel model, IEnumerable<string> kernelArguments, bool hasDestination)
    {
        var target = model.Parameters[0];
        var type = $"global::DslTensors.Tensor<{target.Type}>";
        var parameters = string.Join(", ", model.Parameters.Select(parameter => $"{parameter.ApiType} {parameter.Name}"));
        var constraints = string.Concat(model.Generics.Constraints.Select(constraint => " " + constraint));
        writer.Line();
        writer.Line($"/// <summary>Computes {model.Name.Torch} into its first input, and records it.</summary>");
        using (writer.Block($"public static {type} ApplyInPlace{model.Generics.List}({parameters}){constraints}"))
        {
            if (model.Form == OperatorForm.Composite)
                WriteComposite(writer, model, hasDestination);
            else
                WriteKernel(writer, model, kernelArguments, hasDestination);
        }
    }

    private static void WriteComposite(SourceWriter writer, OperatorModel model, bool hasDestination)
    {
        var target = model.Parameters[0].Name;
        writer.Line($"{target}.CheckInPlace(\"{model.Name.Torch}_\");");
        using (writer.Indented($"if (!global::DslTensors.Autograd.Records({Names(Inputs(model))}))"))
            writer.Line($"return {target}.CopyInPlace(Apply{model.Generics.List}({Arguments(model, hasDestination)}));");
        WriteRecorded(writer, model, hasDestination, keepsValues: true);
    }

    private static void WriteKernel(SourceWriter writer, OperatorModel model, IEnumerable<string> kernelArguments, bool hasDestination)
    {
        if (model.Gradients.Count > 0)
        {
            using (writer.Block($"if (global::DslTensors.Autograd.Records({string.Join(", ", model.Gradients.Select(gradient => gradient.Input))}))"))
            {
                var keepsValues = OperatorEmitter.Node(model).Saved.Any(argument => argument.Name == model.Parameters[0].Name);
                WriteRecorded(writer, model, hasDestination, keepsValues);
            }

            writer.Line();
        }

        var target = model.Parameters[0].Name;
        var inputs = Names(Inputs(model));
        new ShapeCheckEmitter(writer, model, SignatureParser.Parse(model.Signature).Signature!).Checks();
        writer.Line($"{target}.CheckInPlace(\"{model.Name.Torch}_\");");
        if (model.HalvesInFloat)
        {
            using (writer.Indented($"if ({HalvesInFloat.Test}<{model.Generics.Names[0]}>())"))
                writer.Line($"return {target}.CopyInPlace(Apply{model.Generics.List}({Arguments(model, hasDestination)}));");
        }

        writer.Line($"var device = global::DslTensors.Device.Common(\"{model.Name.Torch}_\", {inputs});");
        using (writer.Indented("if (device.Backend is { } backend)"))
            writer.Line(DeviceKernelEmitter.Call(model, $"{model.Name.Torch}_", [target]));
        using (writer.Indented("else"))
            writer.Line($"Forward{model.Generics.List}({string.Join(", ", kernelArguments.Select(argument => InPlace(model, argument)))});");
        writer.Line($"{target}.BumpVersion();");
        foreach (var input in Inputs(model))
            writer.Line($"global::System.GC.KeepAlive({input.Name});");
        writer.Line($"return {target};");
    }

    private static void WriteRecorded(SourceWriter writer, OperatorModel model, bool hasDestination, bool keepsValues)
    {
        var target = model.Parameters[0];
        writer.Line($"var before = global::DslTensors.InPlaceHistory.Before(\"{model.Name.Torch}_\", {target.Name}, keepsValues: {(keepsValues ? "true" : "false")});");
        var arguments = model.Parameters.Select(parameter =>
            parameter == target ? "before"
            : parameter.Kind == ParameterKind.Tensor && parameter.Type == target.Type ? $"ReferenceEquals({parameter.Name}, {target.Name}) ? before : {parameter.Name}"
            : parameter.Name);
        writer.Line($"return {target.Name}.CopyInPlace(Apply{model.Generics.List}({string.Join(", ", hasDestination ? arguments.Append("null") : arguments)}));");
    }

    // The result is the first input itself; other inputs in its memory are copied before it is written.
    private static string InPlace(OperatorModel model, string argument)
    {
        var target = model.Parameters[0].Name;
        if (argument == $"{model.Outputs[0].Name}: {model.Outputs[0].Name}.AsView()")
            return $"{model.Outputs[0].Name}: {target}.AsView()";
        var other = Inputs(model).FirstOrDefault(input => input.Name != target && argument == $"{input.Name}: {input.Name}.AsView()");
        return other is null ? argument : $"{other.Name}: global::DslTensors.InPlaceHistory.Operand({other.Name}, {target})";
    }

    private static IEnumerable<OperatorParameter> Inputs(OperatorModel model) => model.Parameters.Where(parameter => parameter.IsTensor);

    private static string Arguments(OperatorModel model, bool hasDestination) => Names(model.Parameters) + (hasDestination ? ", null" : "");

    private static string Names(IEnumerable<OperatorParameter> parameters) => string.Join(", ", parameters.Select(parameter => parameter.Name));
}
