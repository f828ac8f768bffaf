using System.Reflection;
using System.Text;
using DslTensors.Generator.Elementwise;

namespace DslTensors.Generator.Tests.Elementwise;

/// <summary>All of <see cref="BodyCases"/>: the original scalar methods and the code emitted for them, compiled together once.</summary>
public sealed class CompiledBodies
{
    private readonly Assembly _assembly;
    private readonly ElementwiseSource _source = ElementwiseSource.OfMembers(
        string.Join("\n", BodyCases.All.Select(body => "[Elementwise] public static " + body.Source)));

    private readonly Dictionary<string, ElementwiseModel> _models;

    public CompiledBodies()
    {
        _models = BodyCases.All.ToDictionary(body => body.Name, body => _source.Model(body.Name));
        var text = new StringBuilder();
        foreach (var model in _models.Values)
        {
            var arguments = model.Parameters.Select(parameter => new ElementwiseArgument(parameter.Name, parameter.Kind)).ToList();
            AppendFunction(text, model.Name, "L", arguments, model.Forward);
            foreach (var gradient in model.Gradients)
            {
                AppendFunction(text, $"{model.Name}_{gradient.Input}", "L", gradient.Arguments, gradient.Lane);
                AppendFunction(text, $"{model.Name}_{gradient.Input}_Tensor", "Tensor", [new("grad", VariableKind.Gradient), .. gradient.Arguments.Skip(gradient.IsZero ? 0 : 1)], gradient.Tensor);
            }
        }

        var compilation = ElementwiseSource.Compile([.. _source.Compilation.SyntaxTrees.Select(tree => tree.ToString()), LaneStub.Source, $"public static class Emitted\n{{\n{text}}}\n"]);
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error)));
        _assembly = Assembly.Load(image.ToArray());
    }

    internal ElementwiseModel Model(string name) => _models[name];

    /// <summary>The user's method, in float.</summary>
    public double Original(string name, IReadOnlyDictionary<string, double> values)
    {
        var method = _assembly.GetType("Functions")!.GetMethod(name)!;
        return Convert.ToDouble(method.Invoke(null, [.. method.GetParameters().Select(parameter => Convert.ChangeType(values[parameter.Name!], parameter.ParameterType))]));
    }

    /// <summary>Emitted code on a lane (<c>DoubleLane</c>, <c>SingleLane</c>) or on <c>Tensor</c>.</summary>
    public double Run(string name, string type, IReadOnlyDictionary<string, double> values)
    {
        var lane = _assembly.GetType(type)!;
        var method = _assembly.GetType("Emitted")!.GetMethod(name)!;
        if (method.IsGenericMethodDefinition)
            method = method.MakeGenericMethod(lane);
        var result = method.Invoke(null, [.. method.GetParameters().Select(Argument)]);
        return Convert.ToDouble(lane.GetProperty("Value")!.GetValue(result));

        object Argument(ParameterInfo parameter) =>
            parameter.ParameterType == typeof(double) ? values[parameter.Name!]
            : parameter.ParameterType == typeof(bool) ? values[parameter.Name!] != 0
            : lane.GetConstructors().Single(constructor => constructor.GetParameters() is [{ ParameterType.IsPrimitive: true } single])
                .Invoke([Convert.ChangeType(values[parameter.Name!], lane.GetProperty("Value")!.PropertyType)]);
    }

    private static void AppendFunction(StringBuilder text, string name, string type, IEnumerable<ElementwiseArgument> arguments, EmittedBody body)
    {
        var (generic, constraint) = type == "L" ? ("<L>", " where L : struct, ILane<L>") : ("", "");
        var parameters = arguments.Select(argument => argument.Kind switch
        {
            VariableKind.Flag => "bool ",
            VariableKind.Scalar or VariableKind.Integer => "double ",
            _ => type + " ",
        } + argument.Name);
        text.AppendLine($"    public static {type} {name}{generic}({string.Join(", ", parameters)}){constraint}\n    {{");
        foreach (var statement in body.Statements)
            text.AppendLine("        " + statement);
        text.AppendLine("    }");
    }
}
