using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Emission;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;

namespace DslTensors.Generator.Operators;

/// <summary>Writes the file of a structured operator: its checked entry point, its backward step and its public forms.</summary>
internal static class OperatorEmitter
{
    public static string FileName(OperatorModel model) => $"{model.Type.QualifiedName.Substring("global::".Length)}.g.cs";

    public static string Emit(OperatorModel model)
    {
        var writer = new SourceWriter();
        writer.Line(SourceText.Header);
        writer.Line();
        if (model.Type.Namespace.Length == 0)
        {
            WriteClass(writer, model);
        }
        else
        {
            using (writer.Block($"namespace {model.Type.Namespace}"))
                WriteClass(writer, model);
        }

        if (!model.IsInternal)
        {
            writer.Line();
            foreach (var api in Api(model).ByName().SelectMany(named => named.PerElementType(model.Forms.ElementTypes)))
                ApiEmitter.Write(writer, api);
        }

        return writer.ToString();
    }

    private static void WriteClass(SourceWriter writer, OperatorModel model)
    {
        using (writer.Block($"partial class {model.Type.Name}"))
            WriteOperator(writer, model);
    }

    private static void WriteOperator(SourceWriter writer, OperatorModel model)
    {
        var parameters = model.Parameters.Select(parameter => $"{parameter.ApiType} {parameter.Name}").ToList();
        if (HasDestination(model))
            parameters.Add($"{ReturnType(model)}? destination");
        writer.Line($"/// <summary>Checks the shapes against <c>{model.Signature.Replace("->", "-&gt;")}</c>, computes and records {model.Name.Torch}.</summary>");
        using (writer.Block($"public static {ReturnType(model)} Apply{model.Generics.List}({string.Join(", ", parameters)}){Constraints(model.Generics)}"))
            WriteApply(writer, model);

        if (model.Form == OperatorForm.Kernel)
        {
            writer.Line();
            DeviceKernelEmitter.Write(writer, model);
        }

        if (model is { Form: OperatorForm.Composite, HalvesInFloat: true })
        {
            writer.Line();
            CompositeEmitter.WriteComposed(writer, model);
        }

        if (model.HasInPlace)
            InPlaceEmitter.Write(writer, model, KernelEmitter.KernelArguments(model), HasDestination(model));
        if (model.Gradients.Count == 0)
            return;
        var node = Node(model);
        writer.Line();
        WriteRecord(writer, model, node);
        writer.Line();
        NodeEmitter.Write(writer, node);
    }

    private static void WriteApply(SourceWriter writer, OperatorModel model)
    {
        var signature = SignatureParser.Parse(model.Signature).Signature!;
        var check = new ShapeCheckEmitter(writer, model, signature);
        check.Checks();
        switch (model.Form)
        {
            case OperatorForm.Composite:
                CompositeEmitter.Write(writer, model);
                return;
            case OperatorForm.View:
                WriteView(writer, model);
                break;
            default:
                KernelEmitter.Write(writer, model, check);
                break;
        }
    }

    private static void WriteView(SourceWriter writer, OperatorModel model)
    {
        var input = model.Parameters[0].Name;
        var arguments = string.Join(", ", model.Parameters.Select(parameter => parameter.IsTensor ? $"{parameter.Name}: {parameter.Name}.Layout" : $"{parameter.Name}: {parameter.Name}"));
        writer.Line($"var layout = View({arguments}{(model.ViewOffset is { } begin ? $", {begin}: out var viewOffset" : "")});");
        writer.Line($"var result = {input}.ViewAs(layout, {(model.ViewOffset is null ? "0" : "viewOffset")});");
        WriteRecordCall(writer, model);
        writer.Line("return result;");
    }

    internal static void WriteRecordCall(SourceWriter writer, OperatorModel model)
    {
        if (model.Gradients.Count == 0)
            return;
        using (writer.Indented($"if ({Records(model)})"))
            writer.Line($"Record({Names(model.Parameters.Concat(model.Outputs))});");
    }

    internal static string Records(OperatorModel model) => $"global::DslTensors.Autograd.Records({DifferentiableList(model)})";

    internal static string DifferentiableList(OperatorModel model)
    {
        var inputs = model.Gradients.Select(gradient => model.Parameters.First(parameter => parameter.Name == gradient.Input)).ToList();
        return inputs.Any(input => input.Kind == ParameterKind.TensorList)
            ? $"[{string.Join(", ", inputs.Select(input => input.Kind == ParameterKind.TensorList ? $".. {input.Name}" : input.Name))}]"
            : string.Join(", ", inputs.Select(input => input.Name));
    }

    private static void WriteRecord(SourceWriter writer, OperatorModel model, NodeModel node)
    {
        var all = model.Parameters.Concat(model.Outputs).ToList();
        var parameters = string.Join(", ", all.Select(parameter => $"{parameter.ApiType} {parameter.Name}"));
        using (writer.Block($"private static void Record{model.Generics.List}({parameters}){Constraints(model.Generics)}"))
            RecordEmitter.Write(writer, node, model.Generics);
    }

    internal static NodeModel Node(OperatorModel model) => new(
        model.Name.Method,
        new MethodGenerics(model.Generics.Names, model.Gradients[0].Constraints.Count > 0 ? model.Gradients[0].Constraints : model.Generics.Constraints),
        model.Outputs[0].Type,
        model.Parameters,
        model.Outputs,
        model.Gradients,
        model.HalvesInFloat);

    private static ApiModel Api(OperatorModel model) => new(
        model.Type,
        model.Name,
        model.Signature,
        model.Generics,
        model.Parameters,
        ReturnType(model),
        "Apply",
        HasDestination(model),
        model.HasInPlace ? "ApplyInPlace" : null,
        model.Forms.Symbol,
        model.Forms.TakesNumbers,
        model.DefaultType,
        model.Gradients.Count == 0 ? EquatableArray<string>.Empty : Node(model).Saved.Select(argument => argument.Name).ToEquatableArray(),
        model.Gradients.Select(gradient => gradient.Input).ToEquatableArray(),
        EquatableArray<ApiNumberForm>.Empty,
        model.IsView);

    internal static bool HasDestination(OperatorModel model) =>
        model.Form != OperatorForm.View && !model.Name.Method.EndsWith("InPlace", System.StringComparison.Ordinal) && model.Outputs.Count == 1 && model.Outputs[0].Kind == ParameterKind.Tensor && !model.Parameters.Any(parameter => parameter.IsParams || parameter.Name == "destination");

    internal static string ReturnType(OperatorModel model) => model.Outputs is [{ IsTensor: false, Type: var answer }] ? answer : model.Outputs.Count == 1
        ? $"global::DslTensors.Tensor<{model.Outputs[0].Type}>{(model.Outputs[0].Kind == ParameterKind.TensorList ? "[]" : "")}"
        : $"({string.Join(", ", model.Outputs.Select(output => $"global::DslTensors.Tensor<{output.Type}> {Capitalized(output)}"))})";

    internal static string Capitalized(OperatorParameter parameter) => char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1);

    internal static string Names(IEnumerable<OperatorParameter> parameters) => string.Join(", ", parameters.Select(parameter => parameter.Name));

    internal static string Constraints(MethodGenerics generics) => string.Concat(generics.Constraints.Select(constraint => " " + constraint));
}
