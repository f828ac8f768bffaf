using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using DslTensors.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace DslTensors.Analyzers.Tests.Corpus;

/// <summary>All rules over programs that were written without a look at them.</summary>
public class FreshCorpusTests(ITestOutputHelper output)
{
    private const string Mark = "// <-- mistake";
    private const double LeastRecall = 0.95;

    [Fact]
    public async Task Mistakes_are_found_and_valid_programs_are_left_alone()
    {
        var results = new ConcurrentBag<(CorpusProgram Program, List<Diagnostic> Diagnostics)>();
        await Parallel.ForEachAsync(CorpusProgram.Fresh, async (program, _) => results.Add((program, await ProgramCheck.Run(program.Source))));

        var ordered = results.OrderBy(result => result.Program.Title, StringComparer.Ordinal).ToList();
        var mistakes = ordered.Where(result => result.Program.Folder == "Fresh/Mistakes").ToList();
        var valid = ordered.Where(result => result.Program.Folder == "Fresh/Valid").ToList();
        var missed = mistakes.Where(result => result.Diagnostics.Count == 0).ToList();
        var alarms = valid.Where(result => result.Diagnostics.Any(diagnostic => diagnostic.DefaultSeverity >= DiagnosticSeverity.Warning)).ToList();
        var suggestions = valid.Where(result => result.Diagnostics.Any(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Info)).ToList();
        var held = mistakes.Count(result => result.Program.IsHeldBack);
        var missedHeld = missed.Count(result => result.Program.IsHeldBack);

        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{mistakes.Count - missed.Count} of {mistakes.Count} mistakes found; of those held back {held - missedHeld} of {held}; {mistakes.Count(IsAtTheMark)} at the marked line");
        text.AppendLine(CultureInfo.InvariantCulture, $"{alarms.Count} false alarms, {suggestions.Count} suggestions in {valid.Count} valid programs");
        foreach (var (program, _) in missed)
            text.AppendLine(CultureInfo.InvariantCulture, $"MISSED {(program.IsHeldBack ? "(held back) " : "")}{program.Title}");
        foreach (var (program, diagnostics) in alarms.Union(suggestions))
            text.AppendLine(CultureInfo.InvariantCulture, $"ALARM {(program.IsHeldBack ? "(held back) " : "")}{program.Title}{Lines(diagnostics)}");
        foreach (var (program, diagnostics) in mistakes.Except(missed).Where(result => !IsAtTheMark(result)))
            text.AppendLine(CultureInfo.InvariantCulture, $"ELSEWHERE {program.Title}{Lines(diagnostics)}");
        output.WriteLine(text.ToString());

        Assert.True(alarms.Count == 0, text.ToString());
        Assert.True(suggestions.Count <= 0.02 * valid.Count, text.ToString());
        Assert.True(missed.Count <= (1 - LeastRecall) * mistakes.Count, text.ToString());
        Assert.True(missedHeld <= (1 - LeastRecall) * held, text.ToString());
    }

    [Fact]
    public void Every_mistake_is_marked_once()
    {
        Assert.All(CorpusProgram.Fresh.Where(program => program.Folder == "Fresh/Mistakes"), program => Assert.Equal(2, program.Source.Split(Mark).Length));
        Assert.All(CorpusProgram.Fresh.Where(program => program.Folder == "Fresh/Valid"), program => Assert.DoesNotContain(Mark, program.Source, StringComparison.Ordinal));
    }

    private static bool IsAtTheMark((CorpusProgram Program, List<Diagnostic> Diagnostics) result)
    {
        var marked = Array.FindIndex(result.Program.Source.ReplaceLineEndings("\n").Split('\n'), line => line.Contains(Mark, StringComparison.Ordinal));
        return result.Diagnostics.Any(diagnostic => diagnostic.Location.GetMappedLineSpan() is var span && span.StartLinePosition.Line <= marked && marked <= span.EndLinePosition.Line);
    }

    private static string Lines(IEnumerable<Diagnostic> diagnostics) => string.Concat(diagnostics.Select(diagnostic => "\n    " + ProgramCheck.Text(diagnostic)));
}
