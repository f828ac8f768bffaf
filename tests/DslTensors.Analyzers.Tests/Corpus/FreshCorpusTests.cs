using Xunit.Abstractions;

namespace DslTensors.Analyzers.Tests.Corpus;

/// <summary>All rules over programs that were written without a look at them.</summary>
public class FreshCorpusTests(ITestOutputHelper output)
{
    private const double LeastRecall = 0.95;

    // What the rules found of the second corpus when it was written; they may only find more.
    private const int ShapesOfTheSecond = 135;
    private const int GradientsOfTheSecond = 64;

    [Fact]
    public async Task Mistakes_are_found_and_valid_programs_are_left_alone()
    {
        var report = await CorpusReport.Of(CorpusProgram.Fresh);
        output.WriteLine(report.ToString());

        Assert.True(!report.Alarms.Any(), report.ToString());
        Assert.True(report.Suggestions.Count() <= 0.02 * report.Valid.Count, report.ToString());
        Assert.True(report.Missed.Count() <= (1 - LeastRecall) * report.Mistakes.Count, report.ToString());
        Assert.True(report.Missed.Count(program => program.IsHeldBack) <= (1 - LeastRecall) * report.Mistakes.Count(program => program.IsHeldBack), report.ToString());
    }

    [Fact]
    public async Task Of_the_second_corpus_no_mistake_is_lost_and_no_valid_program_is_blamed()
    {
        var report = await CorpusReport.Of(CorpusProgram.Second);
        output.WriteLine(report.ToString());

        Assert.True(!report.Alarms.Any(), report.ToString());
        Assert.True(report.Suggestions.Count() <= 0.02 * report.Valid.Count, report.ToString());
        Assert.True(report.Recall(program => program.File.StartsWith("shapes-", StringComparison.Ordinal)).Found >= ShapesOfTheSecond, report.ToString());
        Assert.True(report.Recall(program => program.File.StartsWith("gradients-", StringComparison.Ordinal)).Found >= GradientsOfTheSecond, report.ToString());
    }

    [Fact]
    public void Every_mistake_is_marked_once()
    {
        var programs = CorpusProgram.Fresh.Concat(CorpusProgram.Second).ToList();
        Assert.All(programs.Where(program => program.Folder.EndsWith("/Mistakes", StringComparison.Ordinal)), program => Assert.Equal(2, program.Source.Split(CorpusReport.Mark).Length));
        Assert.All(programs.Where(program => program.Folder.EndsWith("/Valid", StringComparison.Ordinal)), program => Assert.DoesNotContain(CorpusReport.Mark, program.Source, StringComparison.Ordinal));
    }
}
