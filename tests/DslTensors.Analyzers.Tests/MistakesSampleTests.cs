using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using DslTensors.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Tests;

/// <summary>samples/Mistakes: each file makes the rule of its name speak, and the table of the README is what they say.</summary>
public partial class MistakesSampleTests
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "samples", "Mistakes"));

    [Fact]
    public async Task The_table_of_the_README_is_what_the_rules_say()
    {
        var rows = new StringBuilder();
        foreach (var file in Files())
        {
            var id = Path.GetFileNameWithoutExtension(file);
            var diagnostics = await RunAll(file);
            var own = diagnostics.Where(diagnostic => diagnostic.Id == id).ToList();

            Assert.True(own.Count > 0, $"{id} is silent about {file}");
            Assert.Equal([], diagnostics.Where(diagnostic => diagnostic.Id != id && (diagnostic.Descriptor.IsEnabledByDefault || !own[0].Descriptor.IsEnabledByDefault)).Select(ProgramCheck.Text));
            var link = $"{new DirectoryInfo(Path.GetDirectoryName(file)!).Name}/{id}.cs";
            var severity = own[0].DefaultSeverity == DiagnosticSeverity.Info ? "suggestion" : own[0].DefaultSeverity.ToString().ToLowerInvariant();
            var said = string.Join("<br>", own.Select(diagnostic => $"{diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}: {diagnostic.GetMessage(CultureInfo.InvariantCulture).Replace("|", "\\|", StringComparison.Ordinal)}"));
            rows.AppendLine(CultureInfo.InvariantCulture, $"| [{id}](../../analyzers/rules/{id}.md) | {severity} | [{own[0].Descriptor.Title}]({link}) | {said} |");
        }

        var page = $"""
            # Mistakes

            One file for each rule, with a mistake as it is made. Each suppresses its rule in the first line, so that the solution builds; take the line away, and the
            editor underlines the place. Declarations that cannot be compiled are left out of the project. The table is written by a test, which fails when it differs
            and renews it when it runs with `DSLTENSORS_WRITE_PAGES=1`.

            | rule | is | about | line, and what it says |
            | --- | --- | --- | --- |
            {rows.ToString().ReplaceLineEndings("\n").TrimEnd()}

            """.ReplaceLineEndings("\n");
        var path = Path.Combine(Folder, "README.md");
        if (Environment.GetEnvironmentVariable("DSLTENSORS_WRITE_PAGES") == "1")
            await File.WriteAllTextAsync(path, page);
        Assert.Equal(page, File.Exists(path) ? await File.ReadAllTextAsync(path) : "");
    }

    [Fact]
    public void Every_rule_has_a_file() =>
        Assert.Equal(Ids.Order(StringComparer.Ordinal), Files().Select(file => Path.GetFileNameWithoutExtension(file)!));

    /// <summary>What the generator refuses is marked at the very name, text or expression that is wrong.</summary>
    [Theory]
    [InlineData("DSLT1001", "Net")]
    [InlineData("DSLT1002", "=")]
    [InlineData("DSLT1003", "rihgt")]
    [InlineData("DSLT1004", "Random.Shared.NextSingle()")]
    [InlineData("DSLT1005", "\"feature\"")]
    [InlineData("DSLT1006", "width")]
    [InlineData("DSLT1007", "Halve")]
    [InlineData("DSLT1008", "new float[] { 0.25f, 0.5f, 0.25f }")]
    public async Task A_declaration_is_marked_at_the_exact_place(string id, string marked)
    {
        var found = Assert.Single(await RunAll(Files().Single(file => Path.GetFileNameWithoutExtension(file) == id)), diagnostic => diagnostic.Id == id);
        Assert.Equal(marked, (await found.Location.SourceTree!.GetTextAsync()).ToString(found.Location.SourceSpan));
    }

    [Fact]
    public void The_place_of_every_rule_on_declarations_is_checked()
    {
        var data = typeof(MistakesSampleTests).GetMethod(nameof(A_declaration_is_marked_at_the_exact_place))!.GetCustomAttributes<InlineDataAttribute>();
        Assert.Equal(Ids.Where(id => id[4] == '1').Order(StringComparer.Ordinal), data.Select(item => (string)item.GetData(null!).Single()[0]));
    }

    private static IEnumerable<string> Ids => AnalyzerSpeed.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id);

    private static async Task<List<Diagnostic>> RunAll(string file) => await ProgramCheck.RunAll(Suppression().Replace(await File.ReadAllTextAsync(file), ""));

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Folder, "DSLT*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .OrderBy(file => Path.GetFileName(file), StringComparer.Ordinal);

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex("#pragma warning disable DSLT.*")]
    private static partial Regex Suppression();
}
