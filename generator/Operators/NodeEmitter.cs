using System.Linq;
using DslTensors.Generator.Emission;

namespace DslTensors.Generator.Operators;

/// <summary>Writes the backward step of an operator: a sealed class with its edges and saved values inline.</summary>
internal static class NodeEmitter
{
    public static void Write(SourceWriter writer, NodeModel node)
    {
        writer.Line($"/// <summary>The backward step of {node.Name}.</summary>");
        var constraints = string.Concat(node.Generics.Constraints.Select(constraint => " " + constraint));
        using (writer.Block($"private sealed class {node.ClassName}{node.Generics.List} : global::DslTensors.Node<{node.ResultType}>{constraints}"))
        {
            Fields(writer, node);
            Constructor(writer, node);
            Edges(writer, node);
            Backward(writer, node);
            Release(writer, node);
        }
    }

    /// <summary>The constructor's arguments, as the place that records has them in scope.</summary>
    public static string ConstructorArguments(NodeModel node) =>
        string.Join(", ", node.Parameters.Concat(node.Outputs).Select(parameter => parameter.Name));

    private static void Fields(SourceWriter writer, NodeModel node)
    {
        foreach (var gradient in node.Gradients)
            writer.Line($"private readonly global::DslTensors.Node?{(IsList(node, gradient.Input) ? "[]" : "")} {Edge(gradient.Input)};");
        foreach (var argument in node.Kept)
        {
            var type = node.Parameter(argument.Name).Type;
            writer.Line(argument.Source switch
            {
                GradientSource.InputShape => $"private readonly global::DslTensors.Shape{(IsList(node, argument.Name) ? "[]" : "")} {Field(argument)};",
                GradientSource.Attribute => $"private readonly {type} {Field(argument)};",
                _ when IsList(node, argument.Name) => $"private global::DslTensors.SavedTensor<{type}>[]? {Field(argument)};",
                _ => $"private global::DslTensors.SavedTensor<{type}>{(IsOptional(node, argument.Name) ? "?" : "")} {Field(argument)};",
            });
        }

        foreach (var (output, _) in node.OtherDifferentiableOutputs.Where(result => node.WantsZeros(result.Output)))
            writer.Line($"private readonly global::DslTensors.StridedLayout _{output.Name}Layout;");
        writer.Line();
    }

    private static void Constructor(SourceWriter writer, NodeModel node)
    {
        var parameters = string.Join(", ", node.Parameters.Concat(node.Outputs).Select(parameter => $"{parameter.ApiType} {parameter.Name}"));
        using (writer.Block($"public {node.ClassName}({parameters})\n    : base({node.Outputs[0].Name}.Layout)"))
        {
            foreach (var gradient in node.Gradients)
                writer.Line(IsList(node, gradient.Input) ? $"{Edge(gradient.Input)} = global::DslTensors.TensorViews.GradEdges({gradient.Input});" : $"{Edge(gradient.Input)} = {Access(node, gradient.Input)}GradEdge;");
            foreach (var (output, _) in node.OtherDifferentiableOutputs.Where(result => node.WantsZeros(result.Output)))
                writer.Line($"_{output.Name}Layout = {output.Name}.Layout;");
            foreach (var argument in node.Kept)
            {
                switch (argument.Source)
                {
                    case GradientSource.InputShape when IsList(node, argument.Name):
                        writer.Line($"{Field(argument)} = global::DslTensors.TensorViews.Shapes({argument.Name});");
                        break;
                    case GradientSource.InputShape:
                        writer.Line($"{Field(argument)} = {Access(node, argument.Name)}Shape{(IsOptional(node, argument.Name) ? " ?? default" : "")};");
                        break;
                    case GradientSource.Attribute:
                        writer.Line($"{Field(argument)} = {argument.Name};");
                        break;
                    default:
                        var needed = string.Join(" || ", node.UsersOf(argument).Select(gradient => Needs(node, gradient.Input)));
                        if (IsOptional(node, argument.Name))
                            needed = $"{argument.Name} is not null && ({needed})";
                        using (writer.Indented($"if ({needed})"))
                            writer.Line(IsList(node, argument.Name)
                                ? $"{Field(argument)} = global::DslTensors.TensorViews.Save({argument.Name});"
                                : $"{Field(argument)} = new global::DslTensors.SavedTensor<{node.Parameter(argument.Name).Type}>({argument.Name}{AsResult(node, argument)});");
                        break;
                }
            }
        }

        writer.Line();
    }

    private static void Edges(SourceWriter writer, NodeModel node)
    {
        writer.Line($"public override string Name => \"{node.Name}Backward0\";");
        writer.Line();
        if (node.Gradients.FirstOrDefault(gradient => IsList(node, gradient.Input)) is { } list)
        {
            WriteListEdges(writer, node, list);
            return;
        }

        writer.Line($"public override int EdgeCount => {node.Gradients.Count};");
        writer.Line();
        if (node.Gradients.Count == 1)
        {
            writer.Line($"public override global::DslTensors.Node? Edge(int index) => {Edge(node.Gradients[0].Input)};");
        }
        else
        {
            using (writer.Block("public override global::DslTensors.Node? Edge(int index) => index switch", "};"))
            {
                for (var i = 0; i < node.Gradients.Count; i++)
                    writer.Line($"{(i == node.Gradients.Count - 1 ? "_" : $"{i}")} => {Edge(node.Gradients[i].Input)},");
            }
        }

        writer.Line();
    }

    // The inputs of the list come after the single ones.
    private static void WriteListEdges(SourceWriter writer, NodeModel node, GradientModel list)
    {
        var single = node.Gradients.Where(gradient => gradient != list).ToList();
        writer.Line($"public override int EdgeCount => {single.Count} + {Edge(list.Input)}.Length;");
        writer.Line();
        using (writer.Block("public override global::DslTensors.Node? Edge(int index) => index switch", "};"))
        {
            for (var i = 0; i < single.Count; i++)
                writer.Line($"{i} => {Edge(single[i].Input)},");
            writer.Line($"_ => {Edge(list.Input)}[index - {single.Count}],");
        }

        writer.Line();
    }

    private static void Backward(SourceWriter writer, NodeModel node)
    {
        using (writer.Block($"protected override void Backward(global::DslTensors.Tensor<{node.ResultType}> grad, global::DslTensors.BackwardPass pass)"))
        {
            foreach (var (output, position) in node.OtherDifferentiableOutputs)
                writer.Line(node.WantsZeros(output)
                    ? $"var {output.Name}Grad = pass.GradientOf<{output.Type}>({position}, _{output.Name}Layout);"
                    : $"var {output.Name}Grad = pass.GradientOf<{output.Type}>({position});");
            foreach (var gradient in node.Gradients)
            {
                var call = Call(node, gradient);
                if (IsList(node, gradient.Input))
                {
                    using (writer.Block($"if (pass.NeedsAny({Edge(gradient.Input)}))"))
                    {
                        writer.Line($"var {gradient.Input}Gradients = {call};");
                        using (writer.Indented($"for (var i = 0; i < {Edge(gradient.Input)}.Length; i++)"))
                            writer.Line($"pass.Send({Edge(gradient.Input)}[i], {gradient.Input}Gradients[i]);");
                    }

                    continue;
                }

                using (writer.Indented($"if (pass.Needs({Edge(gradient.Input)}))"))
                    writer.Line($"pass.Send({Edge(gradient.Input)}, {call});");
            }
        }
    }

    private static string Call(NodeModel node, GradientModel gradient)
    {
        string Arguments(bool inFloat) => string.Join(", ", gradient.Arguments.Select(argument => Argument(node, argument, inFloat)));

        var call = $"{gradient.CallOpening}{Arguments(inFloat: false)})";
        if (!node.HalvesInFloat)
            return call;
        var type = node.Generics.Names[0];
        var computed = $"{HalvesInFloat.Opening(gradient.CallOpening, type)}{Arguments(inFloat: true)})";
        if (!IsList(node, gradient.Input))
            computed += "?";
        var back = HalvesInFloat.Back(computed, new OperatorParameter("", IsList(node, gradient.Input) ? ParameterKind.TensorList : ParameterKind.Tensor, type, null), type);
        return $"{HalvesInFloat.Test}<{type}>()\n    ? {back}\n    : {call}";
    }

    private static string Argument(NodeModel node, GradientArgument argument, bool inFloat)
    {
        var isWidened = inFloat && argument.Source switch
        {
            GradientSource.Grad => node.ResultType == node.Generics.Names[0],
            GradientSource.OtherGrad or GradientSource.OptionalOtherGrad or GradientSource.Input or GradientSource.Output => node.Parameter(argument.Name).Type == node.Generics.Names[0],
            _ => false,
        };
        var widening = isWidened ? ".To<float>()" : "";
        return argument.Source switch
        {
            GradientSource.Grad => $"grad{widening}",
            GradientSource.OtherGrad => $"{argument.Name}Grad{widening}",
            GradientSource.OptionalOtherGrad => $"{argument.Name}Grad{(isWidened ? "?" : "")}{widening}",
            GradientSource.Input when IsList(node, argument.Name) && isWidened => $"global::DslTensors.Halves.ToFloat<{node.Generics.Names[0]}>(global::DslTensors.TensorViews.Unpack({Field(argument)}))",
            GradientSource.Input when IsList(node, argument.Name) => $"global::DslTensors.TensorViews.Unpack({Field(argument)})",
            GradientSource.Input when IsOptional(node, argument.Name) => $"{Field(argument)}?.Unpack(){widening}",
            GradientSource.Input => $"{Field(argument)}.Unpack(){widening}",
            GradientSource.Output => $"{Field(argument)}.Unpack(this){widening}",
            _ => Field(argument),
        };
    }

    private static void Release(SourceWriter writer, NodeModel node)
    {
        if (!node.Saved.Any())
            return;
        writer.Line();
        using (writer.Block("public override void Release()"))
        {
            foreach (var argument in node.Saved)
                writer.Line(IsList(node, argument.Name) ? $"global::DslTensors.TensorViews.Release({Field(argument)});"
                    : IsOptional(node, argument.Name) ? $"global::DslTensors.SavedTensor<{node.Parameter(argument.Name).Type}>.Release(ref {Field(argument)});"
                    : $"{Field(argument)}.Release();");
        }
    }

    // A result is told from an input: its history is this very step.
    private static string AsResult(NodeModel node, GradientArgument argument)
    {
        if (argument.Source != GradientSource.Output)
            return "";
        var position = node.Outputs.ToList().FindIndex(output => output.Name == argument.Name);
        return position == 0 ? ", this" : $", this, {position}";
    }

    private static string Needs(NodeModel node, string input) =>
        IsList(node, input) ? $"global::System.Array.Exists({Edge(input)}, edge => edge is not null)" : $"{Edge(input)} is not null";

    private static bool IsOptional(NodeModel node, string name) => node.Parameter(name).Kind == ParameterKind.OptionalTensor;

    private static bool IsList(NodeModel node, string name) => node.Parameter(name).Kind == ParameterKind.TensorList;

    private static string Access(NodeModel node, string name) => IsOptional(node, name) ? $"{name}?." : $"{name}.";

    private static string Edge(string input) => $"_{input.TrimStart('@')}Edge";

    private static string Field(GradientArgument argument) => argument.Source == GradientSource.InputShape ? $"_{argument.Name.TrimStart('@')}Shape" : $"_{argument.Name.TrimStart('@')}";
}
