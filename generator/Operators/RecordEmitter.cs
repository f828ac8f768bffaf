using System.Linq;
using DslTensors.Generator.Emission;

namespace DslTensors.Generator.Operators;

/// <summary>Writes the connection of a result to its backward step.</summary>
internal static class RecordEmitter
{
    private static readonly string[] s_realTypes = ["float", "double", "global::System.Half", "global::DslTensors.BFloat16"];

    /// <summary>The body of a method that has the operator's parameters and results in scope.</summary>
    /// <param name="writer">Takes the text.</param>
    /// <param name="node">The backward step.</param>
    /// <param name="generics">The type parameters of the operator, which may ask less of them than the gradients do.</param>
    public static void Write(SourceWriter writer, NodeModel node, MethodGenerics generics)
    {
        var all = node.Parameters.Concat(node.Outputs).ToList();
        var result = node.Outputs[0].Name;
        if (generics.Names.Count != 1 || node.Generics.Constraints == generics.Constraints)
        {
            writer.Line($"{result}.SetGradFn(new {node.ClassName}{node.Generics.List}({string.Join(", ", all.Select(parameter => parameter.Name))}));");
            return;
        }

        // Gradients ask more of T than the operator: each type that has them is named, and the JIT folds the tests away.
        var typeParameter = generics.Names[0];
        foreach (var type in s_realTypes)
        {
            var arguments = string.Join(", ", all.Select(parameter => Cast(parameter, typeParameter, type)));
            using (writer.Indented($"if (typeof({typeParameter}) == typeof({type}))"))
                writer.Line($"{result}.SetGradFn(new {node.ClassName}<{type}>({arguments}));");
        }
    }

    private static string Cast(OperatorParameter parameter, string typeParameter, string type)
    {
        if (!parameter.IsTensor || parameter.Type != typeParameter)
            return parameter.Name;
        return parameter.Kind == ParameterKind.OptionalTensor ? $"{parameter.Name}?.As<{type}>()" : $"{parameter.Name}.As<{type}>()";
    }
}
