using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DslTensors.Analyzers.Tests.Verification;
using DslTensors.Generator.Modules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslTensors.Analyzers.Tests.Crashes;

/// <summary>A project of this repository as one compilation, with the generators and the analyzers that a user's project has.</summary>
internal sealed class RepositoryProject
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", ".."));

    private static readonly string[] Usings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
    ];

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [.. AnalyzerSpeed.Analyzers];

    private readonly CSharpCompilation _compilation;
    private GeneratorDriver _driver;

    private RepositoryProject(string folder)
    {
        var isLibrary = folder.StartsWith("runtime", StringComparison.Ordinal);
        Name = folder;
        Files = [.. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .Order(StringComparer.Ordinal)];
        var usings = Usings.Concat(folder.EndsWith(".Tests", StringComparison.Ordinal) ? ["Xunit"] : []);
        Trees = [.. Files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), Framework.ParseOptions, file))];
        _compilation = CSharpCompilation.Create(
            Path.GetFileName(folder),
            Trees.Append(CSharpSyntaxTree.ParseText(string.Concat(usings.Select(name => $"global using {name};")), Framework.ParseOptions)),
            References.Where(reference => !isLibrary || Path.GetFileName(reference.Display) != "DslTensors.dll"),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
        var generators = typeof(ModuleGenerator).Assembly.GetTypes()
            .Where(type => type.GetInterfaces().Contains(typeof(IIncrementalGenerator)) && !type.IsAbstract)
            .Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator());
        _driver = CSharpGeneratorDriver.Create(generators, parseOptions: Framework.ParseOptions);
    }

    /// <summary>The folder, from the repository's root.</summary>
    public string Name { get; }

    public IReadOnlyList<string> Files { get; }

    public IReadOnlyList<SyntaxTree> Trees { get; }

    /// <summary>The folders of the projects that use the library, and of the library itself.</summary>
    public static IEnumerable<string> Folders => new[] { "runtime", "samples", "tests" }
        .SelectMany(part => Directory.EnumerateFiles(Path.Combine(Root, part), "*.csproj", SearchOption.AllDirectories))
        .Select(project => Path.GetRelativePath(Root, Path.GetDirectoryName(project)!).Replace(Path.DirectorySeparatorChar, '/'))
        .Order(StringComparer.Ordinal);

    public static RepositoryProject Load(string folder) => new(folder);

    /// <summary>Runs the generators and every analyzer with one file changed, and looks at that file.</summary>
    public async Task<IReadOnlyList<string>> Check(int index, string text, CancellationToken cancellation)
    {
        var tree = CSharpSyntaxTree.ParseText(text, Framework.ParseOptions, Files[index], cancellationToken: cancellation);
        var changed = _compilation.ReplaceSyntaxTree(Trees[index], tree);
        _driver = _driver.RunGeneratorsAndUpdateCompilation(changed, out var complete, out var reported, cancellation);

        var failures = new ConcurrentQueue<string>();
        foreach (var result in _driver.GetRunResult().Results.Where(result => result.Exception is not null))
            failures.Enqueue($"{result.Generator.GetGeneratorType().Name}: {result.Exception}");
        foreach (var diagnostic in reported.Where(diagnostic => diagnostic.Id == "CS8785"))
            failures.Enqueue(diagnostic.ToString());
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, analyzer, _) => failures.Enqueue($"{analyzer.GetType().Name}: {exception}"), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var analysed = complete.WithAnalyzers(Analyzers, options);
        await analysed.GetAnalyzerSyntaxDiagnosticsAsync(tree, cancellation);
        await analysed.GetAnalyzerSemanticDiagnosticsAsync(complete.GetSemanticModel(tree), null, cancellation);
        return [.. failures];
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
