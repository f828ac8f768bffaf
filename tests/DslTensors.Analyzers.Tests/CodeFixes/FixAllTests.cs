using System.Collections.Immutable;
using DslTensors.Analyzers.Tests.Verification;
using DslTensors.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace DslTensors.Analyzers.Tests.CodeFixes;

/// <summary>Every code fix of every rule, with several mistakes in a file and in two files: all are mended at once, and what comes out compiles.</summary>
public class FixAllTests
{
    private const int Occurrences = 3;

    private static readonly CodeFixProvider[] Providers = [.. typeof(PartialModuleCodeFix).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
        .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!)];

    public static TheoryData<string> Ids => [.. Providers.SelectMany(provider => provider.FixableDiagnosticIds)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task All_of_a_file_and_all_of_a_project_are_mended_at_once(string id)
    {
        var provider = Providers.Single(provider => provider.FixableDiagnosticIds.Contains(id));
        var tried = 0;
        foreach (var source in FixAllSources.Of(id))
        {
            string[] sources = [FixAllSources.Several(source, "First", Occurrences), FixAllSources.Several(source, "Second", 1)];
            var (solution, documents, found) = await Open(sources, id);
            if (await OfferFor(provider, solution.GetDocument(documents[0])!, found[0]) is not { } offer)
                continue;

            tried++;
            foreach (var scope in new[] { FixAllScope.Document, FixAllScope.Project })
            {
                var context = new FixAllContext(solution.GetDocument(documents[0])!, provider, scope, offer.EquivalenceKey!, [id], new Found(found), default);
                var all = await provider.GetFixAllProvider()!.GetFixAsync(context);
                Assert.True(all is not null, $"nothing is offered for all of a {scope}");
                var changed = (await all.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
                var texts = await Task.WhenAll(documents.Select(async document => (await changed.GetDocument(document)!.GetTextAsync()).ToString()));
                await AssertMended(id, sources, texts, scope);
            }

            if (tried == 2)
                break;
        }

        Assert.True(tried > 0, $"no mistake of {id} can be mended");
    }

    private static async Task AssertMended(string id, string[] before, string[] after, FixAllScope scope)
    {
        Assert.NotEqual(before[0], after[0]);
        if (FixAllSources.Mended(id) is { } mended)
            Assert.Equal(Occurrences, after[0].Split(mended).Length - 1);
        if (scope == FixAllScope.Document)
            Assert.Equal(before[1], after[1]);
        else
            Assert.NotEqual(before[1], after[1]);

        var mendedFiles = scope == FixAllScope.Document ? new[] { after[0] } : after;
        var errors = ProgramCheck.Compile(mendedFiles).GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, $"{string.Join("\n", errors)}\n\n{string.Join("\n", mendedFiles)}");
        var left = (await ProgramCheck.RunAll(mendedFiles)).Where(diagnostic => diagnostic.Id == id && id != "DSLT2900").ToList();
        Assert.True(left.Count == 0, $"{string.Join("\n", left)}\n\n{string.Join("\n", mendedFiles)}");
    }

    /// <summary>The sources, and what the generators add, as documents; and the diagnostics of a rule in each.</summary>
    private static async Task<(Solution Solution, DocumentId[] Documents, ImmutableArray<Diagnostic>[] Found)> Open(string[] sources, string id)
    {
        var compilation = ProgramCheck.Compile(sources);
        var project = new AdhocWorkspace().AddProject("User", LanguageNames.CSharp)
            .WithParseOptions(Framework.ParseOptions)
            .WithCompilationOptions((CSharpCompilationOptions)compilation.Options)
            .WithMetadataReferences(compilation.References);
        var documents = new List<DocumentId>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            var document = project.AddDocument(Path.GetFileName(tree.FilePath) is { Length: > 0 } name ? name : "Usings.cs", await tree.GetTextAsync(), filePath: tree.FilePath);
            project = document.Project;
            documents.Add(document.Id);
        }

        var all = (await ProgramCheck.RunAll(sources)).Where(diagnostic => diagnostic.Id == id).ToList();
        var found = new List<ImmutableArray<Diagnostic>>();
        for (var i = 0; i < sources.Length; i++)
        {
            var tree = await project.GetDocument(documents[i])!.GetSyntaxTreeAsync();
            found.Add([.. all.Where(diagnostic => diagnostic.Location.SourceTree!.FilePath == ProgramCheck.FileName(i))
                .Select(diagnostic => Diagnostic.Create(diagnostic.Descriptor, Location.Create(tree!, diagnostic.Location.SourceSpan), diagnostic.Properties))]);
        }

        Assert.True(found[0].Length >= Occurrences, $"{id} is found {found[0].Length} times in\n{sources[0]}");
        return (project.Solution, [.. documents.Take(sources.Length)], [.. found]);
    }

    private static async Task<CodeAction?> OfferFor(CodeFixProvider provider, Document document, ImmutableArray<Diagnostic> found)
    {
        CodeAction? offer = null;
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, found[0], (action, _) => offer ??= action, default));
        return offer;
    }

    private sealed class Found(ImmutableArray<Diagnostic>[] diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(diagnostics.SelectMany(found => found));

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var path = document.FilePath;
            await Task.Yield();
            return diagnostics.SelectMany(found => found).Where(diagnostic => diagnostic.Location.SourceTree!.FilePath == path);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
