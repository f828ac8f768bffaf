using System.Collections.Immutable;
using DslTensors.Analyzers.Declarations;
using DslTensors.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslTensors.Analyzers.Tests.Declarations;

/// <summary>CS9107 is left to DSLT1006 where that rule speaks, and only there.</summary>
public class CapturedTwiceSuppressorTests
{
    [Fact]
    public async Task In_a_module_the_compilers_warning_is_suppressed_and_the_rule_speaks()
    {
        var all = await Run("[Module] public partial class Encoder(int width) { public int Width { get; } = width; } [Module] public partial class Net(int width) : Encoder(width) { public int Twice() => 2 * width; }");
        var compilers = Assert.Single(all, diagnostic => diagnostic.Id == "CS9107");
        var rules = Assert.Single(all, diagnostic => diagnostic.Id == "DSLT1006");

        Assert.True(compilers.IsSuppressed);
        Assert.False(rules.IsSuppressed);
        Assert.Equal(compilers.Location.SourceSpan, rules.Location.SourceSpan);
    }

    [Fact]
    public async Task In_any_other_class_the_compilers_warning_stays()
    {
        var all = await Run("public class Shelf(int width) { public int Width { get; } = width; } public class Case(int width) : Shelf(width) { public int Twice() => 2 * width; }");

        Assert.False(Assert.Single(all, diagnostic => diagnostic.Id == "CS9107").IsSuppressed);
        Assert.DoesNotContain(all, diagnostic => diagnostic.Id == "DSLT1006");
    }

    private static async Task<ImmutableArray<Diagnostic>> Run(string source)
    {
        var compilation = ProgramCheck.Compile(source);
        compilation = compilation.WithOptions(compilation.Options.WithReportSuppressedDiagnostics(true));
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        return await compilation.WithAnalyzers([new CapturedTwiceAnalyzer(), new CapturedTwiceSuppressor()], options).GetAllDiagnosticsAsync();
    }
}
