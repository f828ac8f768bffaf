using DslTensors.Analyzers.Tests.Verification;

namespace DslTensors.Analyzers.Tests.Shapes;

/// <summary>
/// Plain programs without local annotations, as users write them: silent as they are; and each change that a line <c>//~ old => new</c> at the
/// program's head describes is a mistake that has to be found.
/// </summary>
public class ProgramTests
{
    private static readonly string[] All =
        [.. typeof(ProgramTests).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("Programs/", StringComparison.Ordinal)).Order()];

    public static TheoryData<string> Names => [.. All];

    public static TheoryData<string, string> Mistakes
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var name in All)
            {
                foreach (var change in ChangesOf(Read(name)))
                    data.Add(name, change);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_valid_program_is_silent(string name)
    {
        var diagnostics = await ProgramCheck.Run(Read(name));
        Assert.True(diagnostics.Count == 0, string.Join("\n", diagnostics.Select(ProgramCheck.Text)));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_found(string name, string change)
    {
        var source = Read(name);
        var parts = change.Split(" => ");
        var body = source.LastIndexOf("//~", StringComparison.Ordinal);
        var at = source.IndexOf(parts[0], source.IndexOf('\n', body), StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{parts[0]}' is not in {name}");

        var diagnostics = await ProgramCheck.Run(source[..at] + parts[1] + source[(at + parts[0].Length)..]);
        Assert.Contains(diagnostics, diagnostic => diagnostic.Id.StartsWith("DSLT20", StringComparison.Ordinal) && diagnostic.DefaultSeverity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning);
    }

    [Fact]
    public void Every_program_has_mistakes() => Assert.All(All, name => Assert.NotEmpty(ChangesOf(Read(name))));

    private static IEnumerable<string> ChangesOf(string source) =>
        source.Split('\n').Where(line => line.StartsWith("//~ ", StringComparison.Ordinal)).Select(line => line[4..].TrimEnd());

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(ProgramTests).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
