using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using DslTensors.Analyzers.Flow;
using DslTensors.Analyzers.Training;
using DslTensors.Generator.Modules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslTensors.Analyzers.Tests.Verification;

/// <summary>Compiles a program as a user's project does, with the real library and the generators, and runs the flow rules over it.</summary>
internal static class ProgramCheck
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading.Tasks; global using DslTensors;";

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. Framework.References,
        MetadataReference.CreateFromFile(typeof(Tensor).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(ILGPU.Context).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(System.Numerics.Tensors.TensorSpan<>).Assembly.Location),
    ];

    private static readonly ISourceGenerator[] Generators =
    [
        .. typeof(ModuleGenerator).Assembly.GetTypes()
            .Where(type => type.GetInterfaces().Contains(typeof(IIncrementalGenerator)) && !type.IsAbstract)
            .Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator()),
    ];

    /// <summary>The diagnostics of the rules, in the order of the source.</summary>
    public static async Task<List<Diagnostic>> Run(string source, bool mustCompile = true)
    {
        var compilation = Compile(source);
        if (mustCompile)
        {
            var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
            Assert.True(errors.Count == 0, $"{string.Join("\n", errors)}\n\n{source}");
        }

        var failures = new ConcurrentQueue<Exception>();
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (exception, _, _) => failures.Enqueue(exception), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers([new TensorFlowAnalyzer(), new ModuleMembersAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        Assert.True(failures.IsEmpty, string.Join("\n", failures) + source);
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>The diagnostics of every rule of the library, in the order of the source; what is off by default is on.</summary>
    public static async Task<List<Diagnostic>> RunAll(params string[] sources)
    {
        var compilation = Compile(sources);
        var shown = AnalyzerSpeed.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Where(rule => !rule.IsEnabledByDefault).Select(rule => KeyValuePair.Create(rule.Id, ReportDiagnostic.Info));
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(shown));
        var failures = new ConcurrentQueue<Exception>();
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (exception, _, _) => failures.Enqueue(exception), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers([.. AnalyzerSpeed.Analyzers], options).GetAnalyzerDiagnosticsAsync();
        Assert.True(failures.IsEmpty, string.Join("\n", failures));
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>The name of one of the files that are compiled together.</summary>
    public static string FileName(int index) => index == 0 ? "Program.cs" : $"Program{index + 1}.cs";

    /// <summary>The program with what the generators add to it.</summary>
    public static Compilation Compile(params string[] sources)
    {
        var compilation = CSharpCompilation.Create(
            "User",
            [.. sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, Framework.ParseOptions, FileName(index))), CSharpSyntaxTree.ParseText(Usings, Framework.ParseOptions)],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
        CSharpGeneratorDriver.Create(Generators, parseOptions: Framework.ParseOptions).RunGeneratorsAndUpdateCompilation(compilation, out var complete, out _);
        return complete;
    }

    /// <summary>A diagnostic as a line: the id, the place, the message.</summary>
    public static string Text(Diagnostic diagnostic) =>
        $"{diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}: {diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
}
