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
            foreach (var api in Api(model).PerElementType(model.Forms.ElementTypes))
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

        if (model is { Form: OperatorForm.Composite, HalvesInFloat: true })
        {
            writer.Line();
            WriteComposed(writer, model);
        }

        if (model.HasInPlace)
            InPlaceEmitter.Write(writer, model, KernelArguments(model), HasDestination(model));
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
                WriteComposite(writer, model);
                return;
            case OperatorForm.View:
                WriteView(writer, model);
                break;
            default:
                WriteKernel(writer, model, check);
                break;
        }
    }

    private static void WriteComposite(SourceWriter writer, OperatorModel model)
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

    private static void WriteComposed(SourceWriter writer, OperatorModel model)
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

    private static void WriteView(SourceWriter writer, OperatorModel model)
    {
        var input = model.Parameters[0].Name;
        var arguments = string.Join(", ", model.Parameters.Select(parameter => parameter.IsTensor ? $"{parameter.Name}: {parameter.Name}.Layout" : $"{parameter.Name}: {parameter.Name}"));
        writer.Line($"var layout = View({arguments}{(model.ViewOffset is { } begin ? $", {begin}: out var viewOffset" : "")});");
        writer.Line($"var result = {input}.ViewAs(layout, {(model.ViewOffset is null ? "0" : "viewOffset")});");
        WriteRecordCall(writer, model);
        writer.Line("return result;");
    }

    private static void WriteKernel(SourceWriter writer, OperatorModel model, ShapeCheckEmitter check)
    {
        var inputs = model.Parameters.Where(parameter => parameter.IsTensor).ToList();
        var list = string.Join(", ", inputs.Select(input => input.Kind == ParameterKind.TensorList ? $".. {input.Name}" : input.Name));
        var common = inputs.Count == 0 ? "" : inputs.Any(input => input.Kind == ParameterKind.TensorList) ? $", [{list}]" : $", {list}";
        writer.Line($"var device = global::DslTensors.Device.Common(\"{model.Name.Torch}\"{common});");
        for (var i = 0; i < model.Outputs.Count; i++)
        {
            var allocate = $"global::DslTensors.Tensor<{model.Outputs[i].Type}>.Allocate(device, {check.ResultLayout(i)})";
            writer.Line(HasDestination(model)
                ? $"var {model.Outputs[i].Name} = global::DslTensors.Destination.Prepare(\"{model.Name.Torch}\", destination, device, {check.ResultLayout(i)}, [{list}]);"
                : $"var {model.Outputs[i].Name} = {allocate};");
        }

        var results = string.Join(", ", model.Outputs.Select(output => output.Name));
        using (writer.Indented("if (device.Backend is { } backend)"))
            writer.Line($"backend.Run(\"{model.Name.Torch}\", [{list}], {model.Outputs[0].Name}, null);");
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
    private static IEnumerable<string> KernelArguments(OperatorModel model)
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

    private static void WriteRecordCall(SourceWriter writer, OperatorModel model)
    {
        if (model.Gradients.Count == 0)
            return;
        using (writer.Indented($"if ({Records(model)})"))
            writer.Line($"Record({Names(model.Parameters.Concat(model.Outputs))});");
    }

    private static string Records(OperatorModel model) => $"global::DslTensors.Autograd.Records({DifferentiableList(model)})";

    private static string DifferentiableList(OperatorModel model)
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
        model.Gradients.Select(gradient => gradient.Input).ToEquatableArray());

    private static bool HasDestination(OperatorModel model) =>
        model.Form != OperatorForm.View && !model.Name.Method.EndsWith("InPlace", System.StringComparison.Ordinal) && model.Outputs.Count == 1 && model.Outputs[0].Kind != ParameterKind.TensorList && !model.Parameters.Any(parameter => parameter.IsParams || parameter.Name == "destination");

    private static string ReturnType(OperatorModel model) => model.Outputs.Count == 1
        ? $"global::DslTensors.Tensor<{model.Outputs[0].Type}>{(model.Outputs[0].Kind == ParameterKind.TensorList ? "[]" : "")}"
        : $"({string.Join(", ", model.Outputs.Select(output => $"global::DslTensors.Tensor<{output.Type}> {Capitalized(output)}"))})";

    private static string Capitalized(OperatorParameter parameter) => char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1);

    private static string Names(IEnumerable<OperatorParameter> parameters) => string.Join(", ", parameters.Select(parameter => parameter.Name));

    private static string Constraints(MethodGenerics generics) => string.Concat(generics.Constraints.Select(constraint => " " + constraint));
}
