using DslTensors.Generator.Elementwise;
using DslTensors.Generator.Operators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslTensors.Generator.Tests.Operators;

/// <summary>C# text with operators, compiled against the library.</summary>
internal static class OperatorCompilation
{
    private static readonly CSharpParseOptions s_options = new(LanguageVersion.CSharp14);

    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static CSharpCompilation Create(params string[] sources) => CSharpCompilation.Create(
        "Operators" + Guid.NewGuid().ToString("N"),
        sources.Select(Tree),
        s_references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static SyntaxTree Tree(string source, int i) =>
        CSharpSyntaxTree.ParseText($"using System;\nusing System.Numerics;\nusing DslTensors;\n{source}", s_options, $"Source{i}.cs");

    /// <summary>What the analyzer sees: the parse of the class of a name.</summary>
    public static OperatorParseResult Parse(string source, string type) =>
        OperatorParser.Parse(Create(source).GetTypeByMetadataName(type) ?? throw new InvalidOperationException($"no type {type}"), CancellationToken.None);

    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new OperatorGenerator().AsSourceGenerator(), new ElementwiseGenerator().AsSourceGenerator()],
        parseOptions: s_options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The whole program with what is generated for it, which must compile without a warning.</summary>
    public static Compilation Complete(params string[] sources)
    {
        Driver().RunGeneratorsAndUpdateCompilation(Create(sources), out var output, out var diagnostics);
        Assert.Empty(diagnostics);

        // The compiler library of the tests, older than the SDK's, takes the elements of a params array of an extension member for the array.
        var warnings = output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS8620").ToList();
        Assert.True(warnings.Count == 0, string.Join("\n", warnings));
        return output;
    }

    /// <summary>The generated files.</summary>
    public static string[] Generate(params string[] sources) =>
        [.. Complete(sources).SyntaxTrees.Skip(sources.Length).Select(tree => tree.ToString())];

    /// <summary>The value of a static method without parameters of the compiled program.</summary>
    public static object? Run(string source, string type, string method)
    {
        using var assembly = new MemoryStream();
        var result = Complete(source).Emit(assembly);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return System.Reflection.Assembly.Load(assembly.ToArray()).GetType(type, throwOnError: true)!.GetMethod(method)!.Invoke(null, null);
    }
}
