using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Emission;

namespace DslTensors.Generator.Operators;

/// <summary>Writes what a device's backend derives from to supply an operator's kernel, and the call of it.</summary>
internal static class DeviceKernelEmitter
{
    public const string TypeName = "DeviceKernel";

    public static void Write(SourceWriter writer, OperatorModel model)
    {
        var tensors = model.Parameters.Where(parameter => parameter.IsTensor).Concat(model.Outputs);
        var parameters = tensors.Concat(Attributes(model)).Select(parameter => $"{parameter.ApiType} {parameter.Name}");
        var constraints = string.Concat(model.Generics.Constraints.Select(constraint => " " + constraint));
        writer.Line($"/// <summary>{model.Name.Torch} on a device other than the processor: what a backend's kernel class derives from.</summary>");
        using (writer.Block($"public abstract class {TypeName}"))
        {
            writer.Line("/// <summary>Fills the results, which have their shapes; an input may be one of them in forms that work in place.</summary>");
            writer.Line($"public abstract void Run{model.Generics.List}({string.Join(", ", parameters)}){constraints};");
        }
    }

    /// <summary>The call of the kernel that a backend has.</summary>
    /// <param name="model">The operator.</param>
    /// <param name="operation">PyTorch's name of it.</param>
    /// <param name="results">The tensors that take its results.</param>
    public static string Call(OperatorModel model, string operation, IEnumerable<string> results)
    {
        var inputs = model.Parameters.Where(parameter => parameter.IsTensor).Select(parameter => parameter.Name);
        var arguments = inputs.Concat(results).Concat(Attributes(model).Select(attribute => attribute.Name));
        return $"backend.Kernel<{TypeName}>(\"{operation}\").Run{model.Generics.List}({string.Join(", ", arguments)});";
    }

    private static IEnumerable<OperatorParameter> Attributes(OperatorModel model) => model.Parameters.Where(parameter => !parameter.IsTensor);
}
