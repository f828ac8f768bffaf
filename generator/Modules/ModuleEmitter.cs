using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Emission;

namespace DslTensors.Generator.Modules;

/// <summary>Writes the generated part of a module.</summary>
internal static class ModuleEmitter
{
    private const string Sequence = "global::System.Collections.Generic.IEnumerable";

    public static string FileName(ModuleModel module) => $"{module.FileName}.Module.g.cs";

    public static string Emit(ModuleModel module)
    {
        var writer = new SourceWriter().Line(SourceText.Header).Line();
        if (module.Namespace.Length > 0)
            writer.Line($"namespace {module.Namespace};").Line();

        var scopes = new Stack<SourceWriter.Scope>();
        foreach (var outer in module.ContainingTypes)
            scopes.Push(writer.Block(outer));
        scopes.Push(writer.Block(module.Header + Bases(module)));
        WriteMembers(writer, module);
        while (scopes.Count > 0)
            scopes.Pop().Dispose();
        return writer.ToString();
    }

    private static string Bases(ModuleModel module)
    {
        var bases = new List<string>();
        if (!module.HasBase)
            bases.Add("global::DslTensors.Module");
        if (module.Forward is { } forward)
            bases.Add($"global::DslTensors.IForward<{forward.Input}, {forward.Output}>");
        return bases.Count == 0 ? "" : $" : {string.Join(", ", bases)}";
    }

    private static void WriteMembers(SourceWriter writer, ModuleModel module)
    {
        var separator = new MemberSeparator(writer);
        foreach (var tensor in module.Tensors.Where(static tensor => !tensor.IsImplemented))
        {
            separator.Next();
            TensorPropertyEmitter.Write(writer, tensor);
        }

        WriteListing(separator, module, "OwnParameters", "(string Key, global::DslTensors.Tensor? Value)", module.Tensors
            .Where(static tensor => tensor.Kind == TensorKind.Parameter)
            .Select(static tensor => $"({SourceText.Literal(tensor.Key)}, {tensor.Name})"));
        WriteListing(separator, module, "OwnBuffers", "(string Key, global::DslTensors.Tensor? Value, bool IsPersistent)", module.Tensors
            .Where(static tensor => tensor.Kind == TensorKind.Buffer)
            .Select(static tensor => $"({SourceText.Literal(tensor.Key)}, {tensor.Name}, {(tensor.IsPersistent ? "true" : "false")})"));
        WriteListing(separator, module, "OwnChildren", "(string Key, global::DslTensors.Module? Value)", module.Children
            .Select(static child => $"({SourceText.Literal(child.Key)}, {child.Name}{(child.IsCertain ? "" : " as global::DslTensors.Module")})"));
        CopyEmitter.Write(separator, module);
    }

    private static void WriteListing(MemberSeparator separator, ModuleModel module, string method, string element, IEnumerable<string> entries)
    {
        var own = entries.ToList();
        if (own.Count == 0)
            return;
        var writer = separator.Next();
        writer.Line("/// <inheritdoc/>");
        using (writer.Block($"protected override {Sequence}<{element}> {method}()"))
        {
            if (module.ExtendsModule)
            {
                writer.Line($"""
                    foreach (var inherited in base.{method}())
                        yield return inherited;
                    """);
            }

            foreach (var entry in own)
                writer.Line($"yield return {entry};");
        }
    }
}
