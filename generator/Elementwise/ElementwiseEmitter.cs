using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Emission;
using DslTensors.Generator.Models;
using DslTensors.Generator.Operators;

namespace DslTensors.Generator.Elementwise;

/// <summary>Writes the file of an elementwise operator: its lane functions, its entry points, its backward step and its public forms.</summary>
internal static class ElementwiseEmitter
{
    public static string FileName(ElementwiseOperator model) => $"{model.Type.QualifiedName.Substring("global::".Length)}.{model.Name.Method}.g.cs";

    public static string Emit(ElementwiseOperator model)
    {
        var writer = new SourceWriter();
        writer.Line(SourceText.Header);
        writer.Line("using DslTensors;");
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
            foreach (var api in Api(model).ByName())
                ApiEmitter.Write(writer, api);
        }

        return writer.ToString();
    }

    private static void WriteClass(SourceWriter writer, ElementwiseOperator model)
    {
        writer.Line($"[global::DslTensors.ElementwiseBody({SourceText.Literal(model.Function.Serialized)})]");
        using (writer.Block($"partial class {model.Type.Name}"))
        {
            WriteForm(writer, model);
            foreach (var form in model.NumberForms)
            {
                writer.Line();
                WriteForm(writer, model.With(form));
            }
        }
    }

    private static void WriteForm(SourceWriter writer, ElementwiseOperator model)
    {
        WriteEntryPoint(writer, model);
        if (model.HasInPlace && model.Inputs.Contains(model.Function.Parameters[0]))
            WriteInPlace(writer, model);
        WriteMap(writer, model, $"{model.MemberName}Map", model.Inputs.Select(input => input.Name).ToList(), model.Function.Forward, "of each element");
        if (Gradients(model).Count == 0)
            return;
        foreach (var gradient in Gradients(model))
            WriteGradient(writer, model, gradient);
        writer.Line();
        WriteRecord(writer, model);
        writer.Line();
        NodeEmitter.Write(writer, Node(model));
    }

    private static void WriteEntryPoint(SourceWriter writer, ElementwiseOperator model)
    {
        var result = ResultType(model);
        writer.Line($"/// <summary>Computes and records {model.Name.Torch}{(model.Number is null ? ", broadcasting its inputs" : $" with a number for {model.Number}")}.</summary>");
        var run = model.Function.IsPredicate ? "RunPredicate" : "Run";
        var destination = model.Number is null ? $", {result}? destination" : "";
        using (writer.Block($"public static {result} {model.Name.Method}<T>({Declared(model)}{destination}){Constraints(model)}"))
        {
            var inputs = string.Join(", ", model.Inputs.Select(input => input.Name));
            WriteNumber(writer, model, model.Name.Method, ", null");
            writer.Line($"var result = global::DslTensors.ElementwiseDispatch.{run}(\"{model.Name.Torch}\", new {model.MemberName}Map({ScalarArguments(model)}), {inputs}, {(model.Number is null ? "destination" : "null")});");
            WriteRecordCall(writer, model, "result");
            writer.Line("return result;");
        }
    }

    private static void WriteInPlace(SourceWriter writer, ElementwiseOperator model)
    {
        var inputs = string.Join(", ", model.Inputs.Select(input => input.Name));
        writer.Line();
        writer.Line($"/// <summary>Computes {model.Name.Torch} into its first input, and records it.</summary>");
        using (writer.Block($"public static {ResultType(model)} {model.Name.Method}InPlace<T>({Declared(model)}){Constraints(model)}"))
        {
            var first = model.Inputs[0].Name;
            var differentiable = string.Join(", ", Gradients(model).Select(gradient => gradient.Input));
            var map = $"new {model.MemberName}Map({ScalarArguments(model)})";
            WriteNumber(writer, model, $"{model.Name.Method}InPlace", "");
            if (differentiable.Length == 0)
            {
                writer.Line($"return global::DslTensors.ElementwiseDispatch.RunInPlace(\"{model.Name.Torch}_\", {map}, {inputs});");
                return;
            }

            using (writer.Indented($"if (!global::DslTensors.Autograd.Records({differentiable}))"))
                writer.Line($"return global::DslTensors.ElementwiseDispatch.RunInPlace(\"{model.Name.Torch}_\", {map}, {inputs});");
            var node = Node(model);
            var keepsValues = node.Saved.FirstOrDefault(argument => argument.Name == first) is not { } saved ? "false"
                : node.Gradients.Count == 1 ? "true"
                : string.Join(" || ", node.UsersOf(saved).Select(gradient => $"{gradient.Input}.RequiresGrad"));
            var recorded = model.Function.Parameters.Select(parameter =>
                parameter.Name == first ? "before"
                : parameter.Kind == VariableKind.Input ? $"ReferenceEquals({parameter.Name}, {first}) ? before : {parameter.Name}"
                : LocalName(model, parameter));
            writer.Line($"var before = global::DslTensors.InPlaceHistory.Before(\"{model.Name.Torch}_\", {first}, keepsValues: {keepsValues}{(IsOverwritten(model) ? ", isOverwritten: true" : "")});");
            writer.Line($"global::DslTensors.ElementwiseDispatch.RunInPlace(\"{model.Name.Torch}_\", {map}, {inputs});");
            writer.Line($"Record{model.MemberName}({string.Join(", ", recorded)}, {first});");
            writer.Line($"global::DslTensors.InPlaceHistory.After({first});");
            writer.Line($"return {first};");
        }
    }

    private static void WriteMap(SourceWriter writer, ElementwiseOperator model, string name, List<string> operands, EmittedBody body, string what)
    {
        writer.Line();
        writer.Line($"/// <summary>{model.Name.Torch} {what}, for lanes of any width.</summary>");
        var scalars = string.Join(", ", model.Scalars.Select(scalar => $"{ElementwiseOperator.TypeOf(scalar)} {scalar.Name}"));
        using (writer.Block($"public readonly struct {name}({scalars}) : global::DslTensors.Lanes.IMap{operands.Count}"))
        {
            writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]");
            var header = $"public L Invoke<L>({string.Join(", ", operands.Select(operand => $"L {operand}"))})\n    where L : struct, global::DslTensors.Lanes.ILane<L>";
            if (body.IsExpression)
            {
                writer.Line($"{header} => {body.Result};");
                return;
            }

            using (writer.Block(header))
            {
                foreach (var statement in body.Statements)
                    writer.Line(statement);
            }
        }
    }

    private static void WriteGradient(SourceWriter writer, ElementwiseOperator model, ElementwiseGradient gradient)
    {
        var name = GradientName(model, gradient);
        var operands = Operands(gradient);
        if (!IsPassedOn(gradient))
            WriteMap(writer, model, $"{name}Map", operands, gradient.Lane, $"backward to {gradient.Input}");

        writer.Line();
        var parameters = string.Join(", ", operands.Select(operand => $"global::DslTensors.Tensor<T> {operand}").Concat(UsedScalars(model, gradient)));
        var header = $"private static global::DslTensors.Tensor<T> {name}<T>(bool createsGraph, {parameters})\n    {ElementwiseOperator.RealConstraint}";
        if (IsPassedOn(gradient))
        {
            writer.Line($"{header} => grad;");
            return;
        }

        using (writer.Block(header))
        {
            using (writer.Indented("if (!createsGraph)"))
                writer.Line(Gradients(model).Count == 1
                    ? $"return global::DslTensors.ElementwiseDispatch.RunGradient(\"{model.Name.Torch}_backward\", new {name}Map({ScalarArguments(model, gradient)}), {string.Join(", ", operands)});"
                    : $"return global::DslTensors.ElementwiseDispatch.Run(\"{model.Name.Torch}_backward\", new {name}Map({ScalarArguments(model, gradient)}), {string.Join(", ", operands)}, null);");
            foreach (var statement in gradient.Tensor.Statements)
                writer.Line(statement);
        }
    }

    private static void WriteRecordCall(SourceWriter writer, ElementwiseOperator model, string result)
    {
        if (Gradients(model).Count == 0)
            return;
        var differentiable = string.Join(", ", Gradients(model).Select(gradient => gradient.Input));
        using (writer.Indented($"if (global::DslTensors.Autograd.Records({differentiable}))"))
            writer.Line($"Record{model.MemberName}({Names(model)}, {result});");
    }

    private static void WriteRecord(SourceWriter writer, ElementwiseOperator model)
    {
        var node = Node(model);
        var parameters = string.Join(", ", Parameters(model).Select(parameter => $"{parameter.ApiType} {parameter.Name}"));
        using (writer.Block($"private static void Record{model.MemberName}<T>({parameters}, global::DslTensors.Tensor<T> result){Constraints(model)}"))
            RecordEmitter.Write(writer, node, model.Generics);
    }

    private static NodeModel Node(ElementwiseOperator model) => new(
        model.Name.Method,
        new MethodGenerics(new[] { "T" }.ToEquatableArray(), new[] { ElementwiseOperator.RealConstraint }.ToEquatableArray()),
        "T",
        Parameters(model),
        new[] { new OperatorParameter("result", ParameterKind.Tensor, "T", null) }.ToEquatableArray(),
        Gradients(model).Select(gradient => new GradientModel(
            gradient.Input,
            $"{GradientName(model, gradient)}<T>(pass.CreatesGraph, ",
            Operands(gradient).Select(operand => Argument(model, operand)).Concat(ScalarsOf(model, gradient).Select(scalar => new GradientArgument(GradientSource.Attribute, scalar.Name))).ToEquatableArray(),
            EquatableArray<string>.Empty)).ToEquatableArray(),
        Form: model.Number is null ? "" : NumberForm.SuffixOf(model.Number));

    private static ApiModel Api(ElementwiseOperator model) => new(
        model.Type,
        model.Name,
        $"{string.Join(", ", model.Inputs.Select(_ => "..."))} -> ...",
        model.Generics,
        Parameters(model),
        ResultType(model),
        model.Name.Method,
        HasDestination: true,
        model.HasInPlace ? $"{model.Name.Method}InPlace" : null,
        model.Symbol,
        TakesScalars: model.Function.Parameters.Count >= 2 && model.Function.Parameters.Take(2).All(parameter => parameter.Kind == VariableKind.Input),
        DefaultType: "float",
        Saved(model),
        Differentiable(model),
        model.NumberForms.Select(form => new ApiNumberForm(form.Number, Saved(model.With(form)), Differentiable(model.With(form)))).ToEquatableArray());

    private static EquatableArray<string> Saved(ElementwiseOperator model) =>
        Gradients(model).Count == 0 ? EquatableArray<string>.Empty : Node(model).Saved.Select(argument => argument.Name).ToEquatableArray();

    private static EquatableArray<string> Differentiable(ElementwiseOperator model) => Gradients(model).Select(gradient => gradient.Input).ToEquatableArray();

    private static EquatableArray<OperatorParameter> Parameters(ElementwiseOperator model) => model.Function.Parameters
        .Select(parameter => parameter.Kind == VariableKind.Input
            ? new OperatorParameter(parameter.Name, ParameterKind.Tensor, "T", null)
            : new OperatorParameter(parameter.Name, ParameterKind.Attribute, ElementwiseOperator.TypeOf(parameter), parameter.Default))
        .ToEquatableArray();

    private static GradientArgument Argument(ElementwiseOperator model, string operand) => operand switch
    {
        "grad" => new GradientArgument(GradientSource.Grad, operand),
        _ when model.Inputs.Any(input => input.Name == operand) => new GradientArgument(GradientSource.Input, operand),
        _ => new GradientArgument(GradientSource.Output, operand),
    };

    private static IReadOnlyList<ElementwiseGradient> Gradients(ElementwiseOperator model) => model.Function.Gradients;

    // The gradient comes first even where a zero derivative does not name it: the shape is its.
    private static List<string> Operands(ElementwiseGradient gradient) =>
        [.. new[] { "grad" }.Concat(gradient.Arguments.Where(argument => argument.Kind is VariableKind.Input or VariableKind.Result).Select(argument => argument.Name))];

    private static bool IsPassedOn(ElementwiseGradient gradient) => gradient.Lane is { IsExpression: true, Result: "grad" };

    // Nothing of the first input is left in the result.
    private static bool IsOverwritten(ElementwiseOperator model) =>
        model.Inputs.Count > 1 && Gradients(model).FirstOrDefault(gradient => gradient.Input == model.Inputs[0].Name)?.Lane is { IsExpression: true, Result: "L.Constant(0)" };

    private static IEnumerable<ElementwiseParameter> ScalarsOf(ElementwiseOperator model, ElementwiseGradient gradient) =>
        IsPassedOn(gradient) ? [] : model.Scalars;

    private static IEnumerable<string> UsedScalars(ElementwiseOperator model, ElementwiseGradient gradient) =>
        ScalarsOf(model, gradient).Select(scalar => $"{ElementwiseOperator.TypeOf(scalar)} {scalar.Name}");

    private static string ScalarArguments(ElementwiseOperator model, ElementwiseGradient gradient) =>
        string.Join(", ", ScalarsOf(model, gradient).Select(scalar => scalar.Name));

    private static string ScalarArguments(ElementwiseOperator model) => string.Join(", ", model.Scalars.Select(scalar => LocalName(model, scalar)));

    // Real numbers become constants of the loop. In other types a number first becomes an element, with the range and the rounding that these have.
    private static void WriteNumber(SourceWriter writer, ElementwiseOperator model, string method, string destination)
    {
        if (model.Number is not { } number)
            return;
        var tensors = model.Function.Parameters.Select(parameter =>
            parameter.Name == number ? $"global::DslTensors.ScalarTensor.Like({model.Inputs[0].Name}, {number})" : parameter.Name);
        using (writer.Indented("if (!global::DslTensors.ScalarTensor.IsConstant<T>())"))
            writer.Line($"return {method}({string.Join(", ", tensors)}{destination});");
        writer.Line($"var {LocalName(number)} = global::DslTensors.ScalarTensor.Constant<T>({number});");
    }

    private static string LocalName(ElementwiseOperator model, ElementwiseParameter parameter) => parameter.Name == model.Number ? LocalName(parameter.Name) : parameter.Name;

    private static string LocalName(string number) => $"{number.TrimStart('@')}Number";

    private static string GradientName(ElementwiseOperator model, ElementwiseGradient gradient) =>
        $"{model.MemberName}Grad{char.ToUpperInvariant(gradient.Input[0])}{gradient.Input.Substring(1)}";

    private static string ResultType(ElementwiseOperator model) => model.Function.IsPredicate ? "global::DslTensors.Tensor<bool>" : "global::DslTensors.Tensor<T>";

    private static string Declared(ElementwiseOperator model) => string.Join(
        ", ", Parameters(model).Select(parameter => $"{(parameter.Name == model.Number ? "global::DslTensors.Scalar" : parameter.ApiType)} {parameter.Name}"));

    private static string Names(ElementwiseOperator model) => string.Join(", ", model.Function.Parameters.Select(parameter => LocalName(model, parameter)));

    private static string Constraints(ElementwiseOperator model) => string.Concat(model.Generics.Constraints.Select(constraint => $"\n    {constraint}"));
}
