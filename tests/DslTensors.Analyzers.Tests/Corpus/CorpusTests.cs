using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using DslTensors.Analyzers.Flow;
using DslTensors.Analyzers.Tests.Verification;
using DslTensors.Analyzers.Training;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit.Abstractions;

namespace DslTensors.Analyzers.Tests.Corpus;

/// <summary>The rules on gradients and training over a corpus of programs: how many mistakes they find, and what they say of programs without one.</summary>
public class CorpusTests(ITestOutputHelper output)
{
    // Of the mistakes, and of those that were held back.
    private const double LeastRecall = 0.95;

    [Fact]
    public async Task Mistakes_are_found_and_valid_programs_are_left_alone()
    {
        var broken = CorpusProgram.All.AsParallel()
            .Select(program => (program, Errors: ProgramCheck.Compile(program.Source).GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList()))
            .Where(result => result.Errors.Count > 0).ToList();
        Assert.True(broken.Count == 0, string.Join("\n", broken.Select(result => $"{result.program.Id} {result.program.Title}{Lines(result.Errors)}")));

        var results = new ConcurrentBag<(CorpusProgram Program, List<Diagnostic> Diagnostics)>();
        await Parallel.ForEachAsync(CorpusProgram.All, async (program, _) => results.Add((program, await ProgramCheck.Run(program.Source))));

        var mistakes = results.Where(result => result.Program.Folder == "Mistakes").OrderBy(result => result.Program.Id, StringComparer.Ordinal).ThenBy(result => result.Program.Title, StringComparer.Ordinal).ToList();
        var missed = mistakes.Where(result => result.Diagnostics.All(diagnostic => diagnostic.Id != result.Program.Id)).ToList();
        var held = mistakes.Where(result => result.Program.IsHeldBack).ToList();
        var silent = results.Where(result => result.Program.Folder == "Silent").ToList();
        var valid = results.Where(result => result.Program.Folder == "Valid").ToList();
        var alarms = silent.Concat(valid).Where(result => result.Diagnostics.Any(diagnostic => diagnostic.DefaultSeverity >= DiagnosticSeverity.Warning)).ToList();
        var suggestions = silent.Concat(valid).Where(result => result.Diagnostics.Any(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Info)).ToList();

        var missedHeld = missed.Count(result => result.Program.IsHeldBack);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{mistakes.Count - missed.Count} of {mistakes.Count} mistakes found; of those held back {held.Count - missedHeld} of {held.Count}");
        text.AppendLine(CultureInfo.InvariantCulture, $"{alarms.Count} false alarms, {suggestions.Count} suggestions in {silent.Count} near misses and {valid.Count} programs");
        foreach (var (program, diagnostics) in missed)
            text.AppendLine(CultureInfo.InvariantCulture, $"MISSED {program.Id} {(program.IsHeldBack ? "(held back) " : "")}{program.Title}{Lines(diagnostics)}");
        foreach (var (program, diagnostics) in alarms.Union(suggestions))
            text.AppendLine(CultureInfo.InvariantCulture, $"ALARM {program.Id} {program.Title}{Lines(diagnostics)}");
        foreach (var (program, diagnostics) in mistakes.Where(result => result.Diagnostics.Any(diagnostic => diagnostic.Id != result.Program.Id)))
            text.AppendLine(CultureInfo.InvariantCulture, $"ALSO {program.Id} {program.Title}{Lines(diagnostics)}");
        output.WriteLine(text.ToString());

        Assert.True(alarms.Count == 0, text.ToString());
        Assert.True(suggestions.Count <= 0.02 * (silent.Count + valid.Count), text.ToString());
        Assert.True(missed.Count <= (1 - LeastRecall) * mistakes.Count, text.ToString());
        Assert.True(missedHeld <= (1 - LeastRecall) * held.Count, text.ToString());
    }

    [Fact]
    public async Task Random_edits_are_survived()
    {
        // One edit of every second program in the daily run; the nightly one asks for more.
        var edits = int.TryParse(Environment.GetEnvironmentVariable("DSLTENSORS_RANDOM_EDITS"), out var count) ? count : 1;
        var random = new Random(1);
        foreach (var program in CorpusProgram.All.Where((_, index) => edits > 1 || index % 2 == 0))
        {
            for (var i = 0; i < edits; i++)
            {
                var edited = RandomEdits.Of(program.Source, random);
                var run = ProgramCheck.Run(edited, mustCompile: false);
                Assert.True(await Task.WhenAny(run, Task.Delay(TimeSpan.FromSeconds(60))) == run, edited);
                await run;
            }
        }
    }

    [Fact]
    public void Every_rule_has_a_mistake_and_a_near_miss()
    {
        var rules = new DiagnosticAnalyzer[] { new TensorFlowAnalyzer(), new ModuleMembersAnalyzer() }.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id).Where(id => id[4] is '2' or '3' or '4' && id != "DSLT2900");
        Assert.All(rules, id => Assert.Contains(CorpusProgram.All, program => program.Id == id && program.Folder == "Mistakes"));
        Assert.All(rules, id => Assert.Contains(CorpusProgram.All, program => program.Id == id && program.Folder == "Silent"));
    }

    [Fact]
    public void The_corpus_is_large_and_about_half_is_held_back()
    {
        var mistakes = CorpusProgram.All.Where(program => program.Folder == "Mistakes").ToList();
        Assert.InRange(mistakes.Count(program => program.IsHeldBack), mistakes.Count * 0.4, mistakes.Count * 0.65);
        Assert.True(CorpusProgram.All.Count(program => program.Folder == "Valid") >= 25);
    }

    private static string Lines(IEnumerable<Diagnostic> diagnostics) => string.Concat(diagnostics.Select(diagnostic => "\n    " + ProgramCheck.Text(diagnostic)));
}
