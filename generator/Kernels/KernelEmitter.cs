using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Emission;

namespace DslTensors.Generator.Kernels;

/// <summary>Writes the launcher of a <c>[Kernel]</c> method.</summary>
internal static class KernelEmitter
{
    private const string Stream = "global::ILGPU.Runtime.AcceleratorStream";
    private const string Launch = "global::DslTensors.KernelLaunch";

    public static string FileName(KernelModel model) =>
        $"{(model.Namespace.Length == 0 ? "" : $"{model.Namespace}.")}{string.Join(".", model.Classes.Select(type => type.Split(' ').Last()))}.{model.Method}.g.cs";

    public static string Emit(KernelModel model)
    {
        var writer = new SourceWriter();
        writer.Line(SourceText.Header);
        writer.Line("using ILGPU.Runtime;");
        writer.Line();
        if (model.Namespace.Length == 0)
        {
            WriteClasses(writer, model, 0);
        }
        else
        {
            using (writer.Block($"namespace {model.Namespace}"))
                WriteClasses(writer, model, 0);
        }

        return writer.ToString();
    }

    private static void WriteClasses(SourceWriter writer, KernelModel model, int depth)
    {
        if (depth == model.Classes.Count)
        {
            WriteLauncher(writer, model);
            return;
        }

        using (writer.Block(model.Classes[depth]))
            WriteClasses(writer, model, depth + 1);
    }

    private static void WriteLauncher(SourceWriter writer, KernelModel model)
    {
        var types = string.Join(", ", new[] { model.Index }.Concat(model.Parameters.Select(parameter => parameter.Type)));
        var parameters = model.Parameters.Select(parameter => $"{(parameter.Element.Length == 0 ? parameter.Type : $"global::DslTensors.Tensor<{parameter.Element}>")} {parameter.Name}").ToList();
        var declared = string.Concat(parameters.Select(parameter => $", {parameter}"));
        var passed = string.Concat(model.Parameters.Select(parameter => $", {parameter.Name}"));
        writer.Line($"/// <summary>Launches <see cref=\"{model.Method}\"/> on the device that its tensors lie on; it is compiled once for each device.</summary>");
        using (writer.Block($"{model.Accessibility} static class {model.Method}Kernel"))
        {
            writer.Line($"private static readonly global::DslTensors.KernelLauncher<global::System.Action<{Stream}, {types}>> s_launcher =");
            writer.Line($"    new(static accelerator => accelerator.LoadAutoGroupedKernel<{types}>({model.Method}));");
            writer.Line();
            writer.Line("/// <summary>Starts one thread for each index in an extent, after what was started on the device before.</summary>");
            writer.Line($"public static void Launch({model.Index} extent{declared}) => Launch(null, extent{passed});");
            writer.Line();
            writer.Line("/// <summary>Starts one thread for each index in an extent on a stream; without one, after what was started on the device before.</summary>");
            using (writer.Block($"public static void Launch({Stream}? stream, {model.Index} extent{declared})"))
            {
                WriteChecks(writer, model);
                var tensors = model.Parameters.Where(parameter => parameter.Element.Length > 0).ToList();
                writer.Line($"var accelerator = {Launch}.Accelerator(\"{model.Method}\", [{string.Join(", ", tensors.Select(tensor => tensor.Name))}]);");
                foreach (var tensor in tensors.Where(tensor => tensor.IsWritten))
                    writer.Line($"{Launch}.Write(\"{model.Method}\", {tensor.Name});");
                var arguments = model.Parameters.Select(parameter => parameter.Argument == KernelArgument.Value
                    ? parameter.Name
                    : $"{Launch}.{parameter.Argument}(\"{model.Method}\", nameof({parameter.Name}), {parameter.Name})");
                writer.Line($"s_launcher.For(accelerator)(stream ?? accelerator.DefaultStream, extent{string.Concat(arguments.Select(argument => $", {argument}"))});");
                foreach (var tensor in tensors)
                    writer.Line($"global::System.GC.KeepAlive({tensor.Name});");
            }
        }
    }

    private static void WriteChecks(SourceWriter writer, KernelModel model)
    {
        var known = new HashSet<string>();
        foreach (var parameter in model.Parameters.Where(parameter => parameter.Shape.Count > 0))
        {
            var shape = string.Join(" ", parameter.Shape);
            writer.Line($"{Launch}.CheckRank(\"{model.Method}\", nameof({parameter.Name}), {parameter.Name}, \"{shape}\", {parameter.Shape.Count});");
            for (var dim = 0; dim < parameter.Shape.Count; dim++)
            {
                var size = parameter.Shape[dim];
                if (int.TryParse(size, out _))
                    writer.Line($"{Launch}.CheckSize(\"{model.Method}\", nameof({parameter.Name}), {parameter.Name}, \"{shape}\", {dim}, {size});");
                else if (known.Add(size))
                    writer.Line($"var {size}Size = {parameter.Name}.Shape[{dim}];");
                else
                    writer.Line($"{Launch}.CheckSize(\"{model.Method}\", nameof({parameter.Name}), {parameter.Name}, \"{shape}\", {dim}, {size}Size);");
            }
        }
    }
}
