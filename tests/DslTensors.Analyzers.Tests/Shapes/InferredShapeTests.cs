using DslTensors.Analyzers.Flow;
using DslTensors.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DslTensors.Analyzers.Tests.Shapes;

/// <summary>DSLT2900, as a user switches it on.</summary>
public class InferredShapeTests
{
    private const string Source = """
        using DslTensors;

        class C
        {
            Tensor<float> M([Shape("b 784")] Tensor<float> x, Linear fc)
            {
                var w = Tensor.Rand(784, 10);
                var y = (x.Mm(w) + 1).Relu();
                var row = y[0];
                var rows = y.Unbind(0);
                var bias = fc.Bias;
                return Tensor.Stack([row, row]).Sum(0) * 2;
            }
        }
        """;

    [Fact]
    public async Task By_default_nothing_is_shown() => Assert.Empty(await Run(null));

    [Theory]
    [InlineData("none")]
    [InlineData("default")]
    public async Task What_is_switched_off_stays_silent(string severity) => Assert.Empty(await Run($"[*.cs]\ndotnet_diagnostic.DSLT2900.severity = {severity}"));

    [Theory]
    [InlineData("[*.cs]\ndotnet_diagnostic.DSLT2900.severity = suggestion", DiagnosticSeverity.Info)]
    [InlineData("[*.cs]\ndotnet_diagnostic.DSLT2900.severity = warning", DiagnosticSeverity.Warning)]
    [InlineData("is_global = true\ndotnet_diagnostic.DSLT2900.severity = suggestion", DiagnosticSeverity.Info)]
    public async Task Switched_on_it_shows_the_shape_of_every_expression(string config, DiagnosticSeverity severity)
    {
        var shown = await Run(config);

        Assert.All(shown, diagnostic => Assert.Equal(severity, diagnostic.Severity));
        Assert.Equal(
            [
                "Tensor.Rand(784, 10): [784, 10]",
                "(x.Mm(w) + 1).Relu(): [b, 10]",
                "x.Mm(w): [b, 10]",
                "x.Mm(w) + 1: [b, 10]",
                "y[0]: [10]",
                "fc.Bias: [?]",
                "Tensor.Stack([row, row]): [2, 10]",
                "Tensor.Stack([row, row]).Sum(0): [10]",
                "Tensor.Stack([row, row]).Sum(0) * 2: [10]",
            ],
            shown.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Length)
                .Select(diagnostic => $"{Source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)}: {diagnostic.GetMessage()}"));
    }

    private static async Task<IReadOnlyList<Diagnostic>> Run(string? config)
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("User", LanguageNames.CSharp)
            .WithParseOptions(Framework.ParseOptions)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .AddMetadataReferences(Framework.References)
            .AddMetadataReference(MetadataReference.CreateFromFile(typeof(Tensor).Assembly.Location));
        project = project.AddDocument("Program.cs", Source, filePath: "/user/Program.cs").Project;
        if (config is not null)
        {
            var isGlobal = config.StartsWith("is_global", StringComparison.Ordinal);
            var path = isGlobal ? "/user/.globalconfig" : "/user/.editorconfig";
            project = project.Solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(project.Id), Path.GetFileName(path), SourceText.From(config), filePath: path).GetProject(project.Id)!;
        }

        var compilation = (await project.GetCompilationAsync())!;
        return await compilation.WithAnalyzers([new TensorFlowAnalyzer()], project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
    }
}
