using System.Linq;
using DslTensors.Generator.Emission;

namespace DslTensors.Generator.Modules;

/// <summary>Writes how a module is cloned and converted to other elements.</summary>
internal static class CopyEmitter
{
    private const string Runtime = "global::System.Runtime.CompilerServices";

    public static void Write(MemberSeparator members, ModuleModel module)
    {
        var copy = module.Copy;
        var isConverted = copy.Conversion is { Obstacle: null };
        if (isConverted)
            WriteTo(members.Next(), copy.Conversion!);
        WriteCopyMembers(members, copy);
        if (copy.Conversion is { } conversion)
            WriteConversion(members, module, conversion);
        WriteAccessors(members, module, isConverted);
    }

    private static void WriteTo(SourceWriter writer, ConversionModel conversion) => writer.Line($$"""
        /// <summary>A new module with elements of another type: the same structure, values converted, modes kept (PyTorch's <c>to(dtype)</c>). Hooks that take one type stay behind.</summary>
        /// <exception cref="global::DslTensors.TensorException">A part of it has elements of one type only.</exception>
        public {{(conversion.HidesTo ? "new " : "")}}{{conversion.Target}} To<{{conversion.Parameter}}>()
            where {{conversion.Parameter}} : unmanaged, global::System.Numerics.IFloatingPointIeee754<{{conversion.Parameter}}> => global::DslTensors.ModuleCopier.Convert<{{conversion.Target}}, {{conversion.Parameter}}>(this);
        """);

    private static void WriteCopyMembers(MemberSeparator members, CopyModel copy)
    {
        var fields = copy.Fields.Concat(copy.Captured).Where(static field => field.Copy is not null).ToList();
        if (fields.Count == 0)
            return;
        var (writer, copier) = (members.Next(), copy.Free("copier"));
        writer.Line("/// <inheritdoc/>");
        using (writer.Block($"protected override void CopyMembers(global::DslTensors.ModuleCopier {copier})"))
        {
            writer.Line($"base.CopyMembers({copier});");
            foreach (var field in fields)
            {
                var value = copy.Captured.Contains(field) ? Identifiers.Escape(field.Name) : Access(field, "this");
                writer.Line($"{value} = {copier}.{field.Copy}({value});");
            }
        }
    }

    private static void WriteConversion(MemberSeparator members, ModuleModel module, ConversionModel conversion)
    {
        if (conversion.Obstacle is { } obstacle)
        {
            members.Next().Line($$"""
                /// <inheritdoc/>
                protected override global::DslTensors.Module? CreateConverted<{{conversion.Parameter}}>() =>
                    throw new global::DslTensors.TensorException({{SourceText.Literal($"{module.Name} can't be converted to other elements: {obstacle}. Build the module with the other elements, and load the state dict into it.")}});
                """);
            return;
        }

        if (!conversion.IsAbstract)
        {
            members.Next().Line($"""
                /// <inheritdoc/>
                protected override global::DslTensors.Module? CreateConverted<{conversion.Parameter}>() =>
                    ({conversion.Target}){Runtime}.RuntimeHelpers.GetUninitializedObject(typeof({conversion.Target}));
                """);
        }

        var copy = module.Copy;
        if (copy.Fields.Count + copy.Captured.Count == 0)
            return;
        var (writer, target, copier, converted) = (members.Next(), copy.Free("target"), copy.Free("copier"), copy.Free("converted"));
        writer.Line("/// <inheritdoc/>");
        using (writer.Block($"protected override void ConvertInto<{conversion.Parameter}>(global::DslTensors.Module {target}, global::DslTensors.ModuleCopier {copier})"))
        {
            writer.Line($"""
                base.ConvertInto<{conversion.Parameter}>({target}, {copier});
                var {converted} = ({conversion.Target}){target};
                """);
            foreach (var field in copy.Fields)
                writer.Line($"{(field.IsHidden ? $"{conversion.Target}." : "")}{Access(field, converted)} = {Converted(field, Access(field, "this"), copier)};");
            if (copy.Captured.Count > 0)
                writer.Line($"{converted}.SetCaptured({string.Join(", ", copy.Captured.Select(field => Converted(field, Identifiers.Escape(field.Name), copier)))});");
        }

        if (copy.Captured.Count > 0)
            WriteSetCaptured(members.Next(), copy);
    }

    private static void WriteSetCaptured(SourceWriter writer, CopyModel copy)
    {
        using (writer.Block($"private void SetCaptured({string.Join(", ", copy.Captured.Select(static field => $"{field.Type} {field.Name}Value"))})"))
        {
            foreach (var field in copy.Captured)
                writer.Line($"{Identifiers.Escape(field.Name)} = {field.Name}Value;");
        }
    }

    private static void WriteAccessors(MemberSeparator members, ModuleModel module, bool isConverted)
    {
        foreach (var field in module.Copy.Fields.Where(field => field.IsHidden && (isConverted || field.Copy is not null)))
        {
            members.Next().Line($"""
                [{Runtime}.UnsafeAccessor({Runtime}.UnsafeAccessorKind.Field, Name = {SourceText.Literal(field.Name)})]
                private static extern ref {field.Type} FieldOf{field.Label}({module.Self} module);
                """);
        }
    }

    private static string Access(FieldModel field, string module) => field.IsHidden ? $"FieldOf{field.Label}({module})" : $"{module}.{Identifiers.Escape(field.Name)}";

    private static string Converted(FieldModel field, string value, string copier) => field.Conversion.Replace("{0}", value).Replace("{1}", copier);
}
