using System.Text.RegularExpressions;

namespace DslTensors.Analyzers.Tests.Corpus;

/// <summary>A program of the corpus: what it is, which rule it is about, and its source as a user's file.</summary>
/// <param name="Folder">Mistakes, Silent or Valid; below Fresh or Second for those written without a look at the rules.</param>
/// <param name="File">The name of the file it stands in, which says what it is about.</param>
/// <param name="Id">The rule; null for a valid program.</param>
/// <param name="IsHeldBack">Not looked at while the rule was developed.</param>
/// <param name="Title">What it is.</param>
/// <param name="Source">A whole file.</param>
internal sealed partial record CorpusProgram(string Folder, string File, string? Id, bool IsHeldBack, string Title, string Source)
{
    private const string Statements = """

        public static class Program
        {
            public static void Run(Linear fc, Tensor<float> x, Tensor<float> y, Tensor<long> labels, List<(Tensor<float> X, Tensor<float> Y)> batches, int epochs)
            {
        {0}
            }
        }
        """;

    /// <summary>Those that belong to rules.</summary>
    public static IReadOnlyList<CorpusProgram> All { get; } = [.. Load("Corpus/").Where(program => program.Folder.Split('/') is [not ("Fresh" or "Second"), ..])];

    /// <summary>Those written without a look at the rules.</summary>
    public static IReadOnlyList<CorpusProgram> Fresh { get; } = [.. Load("Corpus/Fresh/")];

    /// <summary>Those written later, without a look at the rules either.</summary>
    public static IReadOnlyList<CorpusProgram> Second { get; } = [.. Load("Corpus/Second/")];

    /// <summary>What a title says of a fresh mistake: it throws when it is run.</summary>
    public bool Throws => Title.StartsWith("RT ", StringComparison.Ordinal);

    private static IEnumerable<CorpusProgram> Load(string folder)
    {
        var assembly = typeof(CorpusProgram).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            foreach (var part in reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n=== ").Select(part => part.StartsWith("=== ", StringComparison.Ordinal) ? part[4..] : part))
            {
                var lines = part.Split('\n', 2);
                var head = Head().Match(lines[0]);
                var path = name.Split('/', '\\');
                yield return new CorpusProgram(string.Join('/', path[1..^1]), path[^1], head.Groups["id"].Value is { Length: > 0 } id ? id : null, head.Groups["held"].Success, head.Groups["title"].Value, SourceOf(lines[1].TrimEnd()));
            }
        }
    }

    private static string SourceOf(string text)
    {
        if (text.Split("\n---\n") is [var declarations, var statements])
            return declarations + "\n" + Wrapped(statements);
        return Declarations().IsMatch(text) ? text : Wrapped(text);
    }

    private static string Wrapped(string statements) => Statements.Replace("{0}", string.Join("\n", statements.Split('\n').Select(line => line.Length == 0 ? line : "        " + line)), StringComparison.Ordinal);

    [GeneratedRegex(@"^(?<held>held )?((?<id>DSLT\d{4}) )?(?<title>.+)$")]
    private static partial Regex Head();

    [GeneratedRegex(@"^(\[Module\]|(public |internal |sealed |static )*class )")]
    private static partial Regex Declarations();
}
