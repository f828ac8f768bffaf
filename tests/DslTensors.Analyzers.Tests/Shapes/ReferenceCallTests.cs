using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DslTensors.Analyzers.Flow;
using DslTensors.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslTensors.Analyzers.Tests.Shapes;

/// <summary>
/// Calls that PyTorch ran, as programs with literal shapes against the real library: each shape error has to be found before it happens,
/// with PyTorch's words, and each call that works has to stay silent, with the right shape of its result.
/// </summary>
public class ReferenceCallTests
{
    /// <summary>Operators that have to take part; further ones join as the library gets them.</summary>
    private static readonly string[] Required =
        ["add", "sub", "mul", "div", "bmm", "mm", "matmul", "linear", "sum", "mean", "reshape", "transpose", "permute", "unsqueeze", "eye", "softmax", "conv1d", "conv2d", "conv3d", "conv_transpose2d", "max_pool2d", "avg_pool2d", "adaptive_avg_pool2d"];

    /// <summary>Errors that are about numbers alone.</summary>
    private static readonly string[] NotAboutShapes = ["divisor must be not zero"];

    [Fact]
    public async Task Every_shape_error_is_found_and_nothing_else()
    {
        var calls = await Load();
        var found = await Analyze(calls);
        var problems = new List<string>();
        foreach (var call in calls)
        {
            var messages = found[call.Method].ToList();
            if (call.Error is null && messages.Count > 0)
                problems.Add($"{call.Code} works, but: {string.Join(" | ", messages)}");
            else if (call.Error is { } error && !messages.Any(message => message.StartsWith(FirstSentence(error), StringComparison.Ordinal)))
                problems.Add($"{call.Code} fails with '{error}', but: {(messages.Count == 0 ? "silence" : string.Join(" | ", messages))}");
        }

        Assert.True(problems.Count == 0, string.Join("\n", problems));
        Assert.Empty(Required.Except(calls.Select(call => call.Op)));
        Assert.InRange(calls.Count(call => call.Error is not null), 20, int.MaxValue);
    }

    /// <summary>The calls that the library has today.</summary>
    private static async Task<List<ReferenceCall>> Load()
    {
        var calls = new List<ReferenceCall>();
        foreach (var file in new[] { "reference-calls.json", "windows.json" })
        {
            await using var stream = typeof(ReferenceCallTests).Assembly.GetManifestResourceStream(file)!;
            using var document = await JsonDocument.ParseAsync(stream);
            var cases = document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.GetProperty("cases") : document.RootElement;
            calls.AddRange(cases.EnumerateArray().Select(ReferenceCall.Read).OfType<ReferenceCall>().Where(call => !NotAboutShapes.Contains(call.Error)));
        }

        var missing = Compile(calls).GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => MethodAt(diagnostic.Location))
            .ToHashSet();
        return [.. calls.Where(call => !missing.Contains(call.Method))];
    }

    private static async Task<ILookup<string, string>> Analyze(List<ReferenceCall> calls)
    {
        var analyzed = Compile(calls).WithAnalyzers(ImmutableArray.Create<DiagnosticAnalyzer>(new TensorFlowAnalyzer()));
        var diagnostics = await analyzed.GetAnalyzerDiagnosticsAsync();
        Assert.All(diagnostics, diagnostic => Assert.StartsWith("DSLT20", diagnostic.Id));
        return diagnostics.ToLookup(diagnostic => MethodAt(diagnostic.Location), diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }

    private static CSharpCompilation Compile(List<ReferenceCall> calls)
    {
        var source = "using DslTensors;\n\nstatic class Calls\n{\n" + string.Concat(calls.Select(call => call.Source)) + "}\n";
        return CSharpCompilation.Create(
            "Calls",
            [CSharpSyntaxTree.ParseText(source, Framework.ParseOptions)],
            Framework.References.Add(MetadataReference.CreateFromFile(typeof(Tensor).Assembly.Location)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
    }

    private static string MethodAt(Location location) => location.SourceTree!.GetRoot()
        .FindNode(location.SourceSpan).AncestorsAndSelf().OfType<MethodDeclarationSyntax>().First().Identifier.ValueText;

    private static string FirstSentence(string error)
    {
        var text = error.StartsWith("torch.", StringComparison.Ordinal) ? error["torch.".Length..] : error;
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? text : text[..end]).TrimEnd('.');
    }
}
