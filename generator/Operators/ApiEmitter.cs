using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Emission;

namespace DslTensors.Generator.Operators;

/// <summary>
/// Writes the extension members that users call: static ones on <c>Tensor</c> and instance ones on <c>Tensor&lt;T&gt;</c>, in two
/// classes, as both in one would be the same method twice.
/// </summary>
internal static class ApiEmitter
{
    public static void Write(SourceWriter writer, ApiModel api)
    {
        if (api.Type.ApiNamespace.Length == 0)
        {
            WriteClasses(writer, api);
            return;
        }

        using (writer.Block($"namespace {api.Type.ApiNamespace}"))
            WriteClasses(writer, api);
    }

    private static void WriteClasses(SourceWriter writer, ApiModel api)
    {
        if (!api.IsInPlace)
            WriteOperators(writer, api);
        if (api.Receiver is null)
            return;
        writer.Line();
        writer.Line("/// <summary>Operators as members of tensors.</summary>");
        using (writer.Block($"{api.Type.Accessibility} static partial class TensorMethods"))
        {
            using (writer.Block(ReceiverHeader(api)))
                WriteInstance(writer, api);
        }
    }

    private static void WriteOperators(SourceWriter writer, ApiModel api)
    {
        writer.Line("/// <summary>Operators as static members of <c>Tensor</c>.</summary>");
        using (writer.Block($"{api.Type.Accessibility} static partial class TensorOperators"))
        {
            using (writer.Block("extension(global::DslTensors.Tensor)"))
                WriteStatic(writer, api);
            if (api.Symbol is not null)
                WriteSymbol(writer, api);
        }
    }

    private static void WriteStatic(SourceWriter writer, ApiModel api)
    {
        var parameters = Declared(api.Parameters, api);
        Head(writer, api);
        writer.Line($"public static {api.ReturnType} {api.Name.Method}{api.Generics.List}({parameters}){Constraints(api.Generics.Constraints)} => {Call(api, api.Implementation, Arguments(api))};");
        if (api.Generics.Names.Count == 1 && !api.Parameters.Any(parameter => parameter.IsTensor))
            WriteForDefaultType(writer, api);
        if (api.Parameters is [{ Kind: ParameterKind.TensorList }, ..])
            WriteForSequence(writer, api);
        if (!api.TakesScalars)
            return;
        var (first, second) = (api.Parameters[0], api.Parameters[1]);
        foreach (var scalar in new[] { second, first })
        {
            var tensor = ReferenceEquals(scalar, first) ? second : first;
            var swapped = string.Join(", ", api.Parameters.Select(parameter => parameter == scalar ? $"global::DslTensors.Scalar {parameter.Name}" : Declare(parameter)));
            writer.Line();
            Head(writer, api, scalar);
            writer.Line($"public static {api.ReturnType} {api.Name.Method}{api.Generics.List}({swapped}){Constraints(api.Generics.Constraints)} => {CallWithNumber(api, scalar, tensor)};");
        }
    }

    // Creation: nothing tells the element type, which is the operator's own unless the caller names it.
    private static void WriteForDefaultType(SourceWriter writer, ApiModel api)
    {
        var (typeParameter, type) = ($"<{api.Generics.Names[0]}>", $"<{api.DefaultType}>");
        writer.Line();
        Head(writer, api);
        writer.Line($"public static {api.ReturnType.Replace(typeParameter, type)} {api.Name.Method}({Declared(api.Parameters, api).Replace(typeParameter, type)}) => {Call(api, api.Implementation, Arguments(api)).Replace($"{api.Implementation}{typeParameter}", $"{api.Implementation}{type}")};");
    }

    // A List or a query, which are no spans.
    private static void WriteForSequence(SourceWriter writer, ApiModel api)
    {
        var list = api.Parameters[0];
        var sequence = list.ApiType.Replace("global::System.ReadOnlySpan<", "global::System.Collections.Generic.IEnumerable<");
        var parameters = Declared(api.Parameters, api).Replace(Declare(list), $"{sequence} {list.Name}");
        writer.Line();
        Head(writer, api);
        writer.Line("[global::System.Runtime.CompilerServices.OverloadResolutionPriority(-1)]");
        writer.Line($"public static {api.ReturnType} {api.Name.Method}{api.Generics.List}({parameters}){Constraints(api.Generics.Constraints)} => {Call(api, api.Implementation, $"[.. {list.Name}]" + Arguments(api).Substring(list.Name.Length))};");
    }

    private static void WriteInstance(SourceWriter writer, ApiModel api)
    {
        var own = api.Generics.Names.Where(name => !api.ReceiverFixes(name)).ToList();
        var list = own.Count == 0 ? "" : $"<{string.Join(", ", own)}>";
        var constraints = Constraints(api.Generics.Constraints.Where(constraint => !api.ReceiverFixes(ConstrainedName(constraint))));
        var rest = api.Parameters.Skip(1).ToList();
        Head(writer, api);
        writer.Line($"public {api.ReturnType} {api.Name.Method}{list}({Declared(rest, api)}){constraints} => {Call(api, api.Implementation, Arguments(api))};");
        var withScalar = string.Join(", ", rest.Select((parameter, i) => i == 0 ? $"global::DslTensors.Scalar {parameter.Name}" : Declare(parameter)));
        if (api.TakesScalars)
        {
            writer.Line();
            Head(writer, api, api.Parameters[1]);
            writer.Line($"public {api.ReturnType} {api.Name.Method}{list}({withScalar}){constraints} => {CallWithNumber(api, api.Parameters[1], api.Parameters[0])};");
        }

        if (api.InPlace is null)
            return;
        writer.Line();
        Head(writer, api);
        writer.Line($"public {api.ReturnType} {api.Name.Method}InPlace{list}({string.Join(", ", rest.Select(Declare))}){constraints} => {Call(api, api.InPlace, InPlaceArguments(api))};");
        if (!api.TakesScalars)
            return;
        writer.Line();
        Head(writer, api, api.Parameters[1]);
        writer.Line($"public {api.ReturnType} {api.Name.Method}InPlace{list}({withScalar}){constraints} => {Call(api, api.InPlace, NumberArguments(api, api.Parameters[1], api.Parameters[0]))};");
    }

    private static void WriteSymbol(SourceWriter writer, ApiModel api)
    {
        var names = api.Parameters.Select(parameter => parameter.Name).ToList();
        writer.Line();
        using (writer.Block($"extension{api.Generics.List}({api.Operand.ApiType}){Constraints(api.Generics.Constraints)}"))
        {
            Head(writer, api);
            writer.Line($"public static {api.ReturnType} operator {api.Symbol}({string.Join(", ", api.Parameters.Select(Declare))}) => {CallWithoutDestination(api, string.Join(", ", names))};");
            if (!api.TakesScalars)
                return;
            var (first, second) = (api.Parameters[0], api.Parameters[1]);
            writer.Line();
            Head(writer, api, second);
            writer.Line($"public static {api.ReturnType} operator {api.Symbol}({first.ApiType} {names[0]}, global::DslTensors.Scalar {names[1]}) => {CallWithNumber(api, second, first)};");
            if (api.Symbol is "<<" or ">>")
                return; // C# wants the extended type on the left.
            writer.Line();
            Head(writer, api, first);
            writer.Line($"public static {api.ReturnType} operator {api.Symbol}(global::DslTensors.Scalar {names[0]}, {second.ApiType} {names[1]}) => {CallWithNumber(api, first, second)};");
        }
    }

    private static void Head(SourceWriter writer, ApiModel api, OperatorParameter? number = null)
    {
        writer.Documentation(api.Name.Documentation);
        var form = number is null ? null : api.FormWith(number);
        var saved = List("Saved", form?.Saved ?? api.Saved);
        var differentiable = List("Differentiable", form?.Differentiable ?? api.Differentiable);
        // A second tensor is the other operand of an overload, never what to write to.
        if (api.HasDestination && api.InPlace is null && api.Parameters is [{ Kind: ParameterKind.Tensor }])
            writer.Line("[global::System.Runtime.CompilerServices.OverloadResolutionPriority(-1)]");
        writer.Line($"[global::DslTensors.OperatorSignature(\"{api.Name.Torch}\", {SourceText.Literal(api.Signature)}, Declaration = typeof({api.Type.QualifiedName}){saved}{differentiable}{(api.IsView ? ", IsView = true" : "")})]");
    }

    private static string List(string name, IEnumerable<string> values) =>
        values.Any() ? $", {name} = [{string.Join(", ", values.Select(value => $"\"{value}\""))}]" : "";

    private static string ReceiverHeader(ApiModel api)
    {
        var receiver = api.Receiver!;
        var isGeneric = api.Generics.Names.Contains(receiver.Type);
        var constraints = isGeneric ? Constraints(api.Generics.Constraints.Where(constraint => ConstrainedName(constraint) == receiver.Type)) : "";
        return $"extension{(isGeneric ? $"<{receiver.Type}>" : "")}({receiver.ApiType} {receiver.Name}){constraints}";
    }

    private static string Declared(IEnumerable<OperatorParameter> parameters, ApiModel api)
    {
        var declared = parameters.Select(Declare);
        return string.Join(", ", api.HasDestination ? declared.Append($"{api.ReturnType}? destination = null") : declared);
    }

    private static string Declare(OperatorParameter parameter) =>
        $"{(parameter.IsParams ? "params " : "")}{parameter.ApiType} {parameter.Name}{(parameter.Default is null ? "" : $" = {parameter.Default}")}";

    private static string Arguments(ApiModel api)
    {
        var arguments = api.Parameters.Select(parameter => parameter.Name);
        return string.Join(", ", api.HasDestination ? arguments.Append("destination") : arguments);
    }

    private static string NumberArguments(ApiModel api, OperatorParameter number, OperatorParameter tensor) => string.Join(
        ", ", api.Parameters.Select(parameter => parameter == number && api.FormWith(number) is null ? ScalarTensor(number, tensor) : parameter.Name));

    private static string CallWithNumber(ApiModel api, OperatorParameter number, OperatorParameter tensor)
    {
        var arguments = NumberArguments(api, number, tensor);
        return api.FormWith(number) is null ? CallWithoutDestination(api, arguments) : Call(api, api.Implementation, arguments);
    }

    private static string InPlaceArguments(ApiModel api) => string.Join(", ", api.Parameters.Select(parameter => parameter.Name));

    private static string ScalarTensor(OperatorParameter scalar, OperatorParameter tensor) =>
        $"global::DslTensors.ScalarTensor.Like({tensor.Name}, {scalar.Name})";

    private static string CallWithoutDestination(ApiModel api, string arguments) =>
        Call(api, api.Implementation, api.HasDestination ? $"{arguments}, null" : arguments);

    private static string Call(ApiModel api, string method, string arguments) => $"{api.Type.QualifiedName}.{method}{api.Generics.List}({arguments})";

    private static string Constraints(IEnumerable<string> constraints) => string.Concat(constraints.Select(constraint => " " + constraint));

    private static string ConstrainedName(string constraint) => constraint.Split(' ')[1];
}
