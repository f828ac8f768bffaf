using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using DslTensors.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Tests.Corpus;

/// <summary>What the rules say of a corpus of mistakes and of valid programs.</summary>
/// <param name="programs">The corpus, in folders Mistakes and Valid.</param>
/// <param name="diagnostics">What is said of each.</param>
internal sealed class CorpusReport(IReadOnlyList<CorpusProgram> programs, IReadOnlyDictionary<CorpusProgram, List<Diagnostic>> diagnostics)
{
    /// <summary>Ends the line where a user would say that the mistake is.</summary>
    public const string Mark = "// <-- mistake";

    /// <summary>The programs with a mistake.</summary>
    public IReadOnlyList<CorpusProgram> Mistakes { get; } = [.. programs.Where(program => program.Folder.EndsWith("/Mistakes", StringComparison.Ordinal))];

    /// <summary>The programs without.</summary>
    public IReadOnlyList<CorpusProgram> Valid { get; } = [.. programs.Where(program => program.Folder.EndsWith("/Valid", StringComparison.Ordinal))];

    /// <summary>Mistakes of which nothing is said.</summary>
    public IEnumerable<CorpusProgram> Missed => Mistakes.Where(program => diagnostics[program].Count == 0);

    /// <summary>Valid programs with an error or a warning.</summary>
    public IEnumerable<CorpusProgram> Alarms => Valid.Where(program => diagnostics[program].Any(diagnostic => diagnostic.DefaultSeverity >= DiagnosticSeverity.Warning));

    /// <summary>Valid programs with a suggestion.</summary>
    public IEnumerable<CorpusProgram> Suggestions => Valid.Where(program => diagnostics[program].Any(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Info));

    /// <summary>Checks every program.</summary>
    public static async Task<CorpusReport> Of(IReadOnlyList<CorpusProgram> programs)
    {
        var diagnostics = new ConcurrentDictionary<CorpusProgram, List<Diagnostic>>();
        await Parallel.ForEachAsync(programs, async (program, _) => diagnostics[program] = await ProgramCheck.Run(program.Source));
        return new CorpusReport([.. programs.OrderBy(program => program.Title, StringComparer.Ordinal)], diagnostics);
    }

    /// <summary>Of how many of some mistakes something is said.</summary>
    public (int Found, int All) Recall(Func<CorpusProgram, bool> of) => (Mistakes.Where(of).Except(Missed).Count(), Mistakes.Count(of));

    /// <summary>The figures, and each program that is not as it should be.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        var (found, all) = Recall(_ => true);
        var (foundHeld, held) = Recall(program => program.IsHeldBack);
        text.AppendLine(CultureInfo.InvariantCulture, $"{found} of {all} mistakes found; of those held back {foundHeld} of {held}; {Mistakes.Count(IsAtTheMark)} at the marked line");
        foreach (var kind in Mistakes.Select(program => program.File).Distinct().Order(StringComparer.Ordinal))
        {
            var (foundOfKind, ofKind) = Recall(program => program.File == kind);
            text.AppendLine(CultureInfo.InvariantCulture, $"  {kind}: {foundOfKind} of {ofKind}");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"{Alarms.Count()} false alarms, {Suggestions.Count()} suggestions in {Valid.Count} valid programs");
        foreach (var program in Missed)
            text.AppendLine(CultureInfo.InvariantCulture, $"MISSED {Name(program)}");
        foreach (var program in Alarms.Union(Suggestions))
            text.AppendLine(CultureInfo.InvariantCulture, $"ALARM {Name(program)}{Lines(program)}");
        foreach (var program in Mistakes.Except(Missed).Where(program => !IsAtTheMark(program)))
            text.AppendLine(CultureInfo.InvariantCulture, $"ELSEWHERE {Name(program)}{Lines(program)}");
        return text.ToString();
    }

    private static string Name(CorpusProgram program) => $"{(program.IsHeldBack ? "(held back) " : "")}{program.File}: {program.Title}";

    private bool IsAtTheMark(CorpusProgram program)
    {
        var marked = Array.FindIndex(program.Source.ReplaceLineEndings("\n").Split('\n'), line => line.Contains(Mark, StringComparison.Ordinal));
        return diagnostics[program].Any(diagnostic => diagnostic.Location.GetMappedLineSpan() is var span && span.StartLinePosition.Line <= marked && marked <= span.EndLinePosition.Line);
    }

    private string Lines(CorpusProgram program) => string.Concat(diagnostics[program].Select(diagnostic => $"\n    {diagnostic.DefaultSeverity} {ProgramCheck.Text(diagnostic)}"));
}
