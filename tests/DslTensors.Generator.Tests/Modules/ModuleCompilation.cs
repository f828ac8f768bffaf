using DslTensors.Generator.Modules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslTensors.Generator.Tests.Modules;

/// <summary>C# text with modules, compiled against the library.</summary>
internal static class ModuleCompilation
{
    private static readonly CSharpParseOptions s_options = new(LanguageVersion.CSharp14);

    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static CSharpCompilation Create(params string[] sources) => CSharpCompilation.Create(
        "Modules",
        sources.Select((source, i) => Tree(source, i)),
        s_references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static SyntaxTree Tree(string source, int i = 0) => CSharpSyntaxTree.ParseText($"using System;\nusing DslTensors;\n{source}", s_options, $"Source{i}.cs");

    /// <summary>What the analyzer sees: the parse of the class of a name.</summary>
    public static ModuleParseResult Parse(string source, string type = "Net") =>
        ModuleParser.Parse(Create(source).GetTypeByMetadataName(type) ?? throw new InvalidOperationException($"no type {type}"), CancellationToken.None);

    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new ModuleGenerator().AsSourceGenerator()],
        parseOptions: s_options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The generated files, which must compile without a warning.</summary>
    public static string[] Generate(params string[] sources)
    {
        var driver = Driver().RunGeneratorsAndUpdateCompilation(Create(sources), out var output, out var diagnostics);
        Assert.Empty(diagnostics);
        Assert.Empty(output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString()));
        return [.. driver.GetRunResult().GeneratedTrees.Select(tree => tree.ToString())];
    }
}
