using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace DslTensors.Analyzers.Tests.Verification;

/// <summary>What test sources compile against, from the SDK's own folder, so that no test needs the network.</summary>
internal static class Framework
{
    public static ReferenceAssemblies Name { get; } = new("net10.0");

    public static ImmutableArray<MetadataReference> References { get; } = Load();

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp14);

    /// <summary>Compiles sources into an assembly that other sources can refer to.</summary>
    public static MetadataReference Compile(string name, params string[] sources)
    {
        var compilation = CSharpCompilation.Create(
            name,
            sources.Select(source => CSharpSyntaxTree.ParseText(source, ParseOptions)),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static ImmutableArray<MetadataReference> Load()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        var pack = Directory.GetDirectories(Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref"), "10.*").Max(StringComparer.Ordinal)!;
        return [.. Directory.GetFiles(Path.Combine(pack, "ref", "net10.0"), "*.dll").Select(path => MetadataReference.CreateFromFile(path))];
    }
}
