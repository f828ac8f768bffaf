using System.Text.RegularExpressions;

namespace DslTensors.Package.Tests;

/// <summary>A file with marks where the compiler has to say something, as <c>{|DSLT2001:Tensor.Mm(a, b)|}</c>.</summary>
sealed partial class MarkedProgram
{
    readonly List<string> _expected = [];

    public MarkedProgram(string file, string marked)
    {
        File = file;
        var text = marked.ReplaceLineEndings("\n");
        for (var mark = Mark().Match(text); mark.Success; mark = Mark().Match(text))
        {
            var before = text[..mark.Index];
            _expected.Add(Place(file, before.Count(character => character == '\n') + 1, mark.Index - before.LastIndexOf('\n'), mark.Groups["id"].Value));
            text = before + mark.Groups["code"].Value + text[(mark.Index + mark.Length)..];
        }

        Text = text;
        _expected.Sort(StringComparer.Ordinal);
    }

    public string File { get; }

    /// <summary>The file without the marks.</summary>
    public string Text { get; }

    /// <summary>Fails unless the compiler has said exactly what is marked, and nothing else.</summary>
    public void AssertSaid(string output)
    {
        var said = Diagnostic().Matches(output)
            .Select(match => Place(match.Groups["file"].Value, int.Parse(match.Groups["line"].Value), int.Parse(match.Groups["column"].Value), match.Groups["id"].Value))
            .Distinct().Order(StringComparer.Ordinal);
        Assert.True(_expected.SequenceEqual(said), $"expected\n{string.Join('\n', _expected)}\nbut got\n{output}");
    }

    /// <summary>Every id that the compiler reports in an output.</summary>
    public static IEnumerable<string> IdsIn(string output) => Diagnostic().Matches(output).Select(match => match.Groups["id"].Value).Distinct();

    static string Place(string file, int line, int column, string id) => $"{Path.GetFileName(file)}({line},{column}): {id}";

    [GeneratedRegex(@"\{\|(?<id>DSLT\d{4}):(?<code>[^|]*)\|\}")]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<file>[\w./\\-]+\.cs)\((?<line>\d+),(?<column>\d+)\): (error|warning|info) (?<id>[A-Z]+\d+):")]
    private static partial Regex Diagnostic();
}
