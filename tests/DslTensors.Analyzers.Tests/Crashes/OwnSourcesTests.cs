using System.Diagnostics;
using System.Globalization;
using DslTensors.Analyzers.Tests.Verification;
using Xunit.Abstractions;

namespace DslTensors.Analyzers.Tests.Crashes;

/// <summary>
/// The repository's own files, broken as files are while somebody types: no analyzer and no generator throws, and each comes to an end. The daily run
/// breaks a few files of every project; with DSLTENSORS_NIGHTLY=1 it goes on for DSLTENSORS_CRASH_MINUTES.
/// </summary>
public class OwnSourcesTests(ITestOutputHelper output)
{
    private const int DailyEdits = 2;

    // Far more than any file takes, and no more than a developer would wait for.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static readonly bool IsNightly = Environment.GetEnvironmentVariable("DSLTENSORS_NIGHTLY") == "1";

    private static readonly TimeSpan Nightly = TimeSpan.FromMinutes(
        double.TryParse(Environment.GetEnvironmentVariable("DSLTENSORS_CRASH_MINUTES"), CultureInfo.InvariantCulture, out var minutes) ? minutes : 12);

    [Fact]
    public async Task Broken_files_make_nothing_throw_or_hang()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("DSLTENSORS_CRASH_SEED"), CultureInfo.InvariantCulture, out var wanted) ? wanted : 1;
        var random = new Random(seed);
        var projects = RepositoryProject.Folders.ToList();
        var problems = new List<string>();
        var slowest = (Time: TimeSpan.Zero, File: "");
        var edits = 0;
        foreach (var folder in projects)
        {
            var project = RepositoryProject.Load(folder);
            var watch = Stopwatch.StartNew();
            for (var i = 0; IsNightly ? watch.Elapsed < Nightly / projects.Count : i < DailyEdits; i++)
            {
                var index = random.Next(project.Files.Count);
                var text = (await project.Trees[index].GetTextAsync()).ToString();

                // The first look is at the file as it is.
                if (i > 0)
                    text = random.Next(2) == 0 ? RandomEdits.Of(text, random) : RandomEdits.OfLines(text, random);
                using var cancellation = new CancellationTokenSource(Longest);
                var started = watch.Elapsed;
                try
                {
                    problems.AddRange((await project.Check(index, text, cancellation.Token)).Select(failure => $"{project.Files[index]}\n{failure}\n{text}"));
                }
                catch (OperationCanceledException)
                {
                    problems.Add($"{project.Files[index]}: not done within {Longest}\n{text}");
                }

                edits++;
                if (i > 0 && watch.Elapsed - started > slowest.Time)
                    slowest = (watch.Elapsed - started, project.Files[index]);
                if (problems.Count > 20)
                    break;
            }
        }

        output.WriteLine($"{edits} edits; the slowest took {slowest.Time.TotalMilliseconds:F0} ms: {slowest.File}");
        Assert.True(problems.Count == 0, $"{problems.Count} problems, seed {seed}\n{string.Join("\n\n", problems)}");
    }
}
