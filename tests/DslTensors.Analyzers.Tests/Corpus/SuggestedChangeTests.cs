using System.Globalization;
using DslTensors.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DslTensors.Analyzers.Tests.Corpus;

/// <summary>What the code fix makes of the mistakes of the corpus: the change compiles, and the rule has nothing left to say.</summary>
public class SuggestedChangeTests
{
    private static readonly string[] Fixed =
        ["DSLT3001", "DSLT3003", "DSLT3006", "DSLT3007", "DSLT3010", "DSLT4001", "DSLT4008", "DSLT4011", "DSLT4013", "DSLT4014", "DSLT4016", "DSLT4017", "DSLT4018", "DSLT4019", "DSLT4021"];

    public static TheoryData<string> Ids => [.. Fixed];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_change_compiles_and_silences_the_rule(string id)
    {
        var changed = 0;
        foreach (var program in CorpusProgram.All.Where(program => program.Folder == "Mistakes" && program.Id == id))
        {
            var source = program.Source;
            for (var round = 0; round < 4; round++)
            {
                var change = (await ProgramCheck.Run(source)).Where(diagnostic => diagnostic.Id == id).Select(ChangeOf).OfType<TextChange>().FirstOrDefault();
                if (change.NewText is null)
                    break;
                source = SourceText.From(source).WithChanges(change).ToString();
                changed++;
            }

            if (source != program.Source)
                Assert.DoesNotContain(await ProgramCheck.Run(source), diagnostic => diagnostic.Id == id);
        }

        Assert.True(changed > 0, $"no program of {id} is changed");
    }

    [Theory]
    [InlineData("DSLT3001", "exp zeroed through Detach", "s.Detach().Clone().ZeroInPlace();")]
    [InlineData("DSLT3003", "the weight of a layer", "using (Autograd.NoGrad())\n            fc.Weight.ClampInPlace(-1, 1);")]
    [InlineData("DSLT3007", "the same loss twice", "loss.Backward(retainGraph: true);\n        loss.Backward();")]
    [InlineData("DSLT4008", "no ZeroGrad", "optimizer.ZeroGrad();\n            loss.Backward();")]
    [InlineData("DSLT4014", "a statement", "using var noGrad = Autograd.NoGrad();")]
    [InlineData("DSLT4016", "a sum of losses", "total += loss.Item();")]
    [InlineData("DSLT4018", "raw scores", "Tensor.CrossEntropy(fc.Forward(x), labels)")]
    public async Task The_change_reads_as_written_by_hand(string id, string title, string expected)
    {
        var program = CorpusProgram.All.Single(program => program.Id == id && program.Title == title && program.Folder == "Mistakes");
        var change = ChangeOf((await ProgramCheck.Run(program.Source)).First(diagnostic => diagnostic.Id == id))!.Value;
        Assert.Contains(expected, SourceText.From(program.Source).WithChanges(change).ToString(), StringComparison.Ordinal);
    }

    private static TextChange? ChangeOf(Diagnostic diagnostic) => diagnostic.Properties.TryGetValue(SuggestedChange.Start, out var start)
        ? new TextChange(
            new TextSpan(int.Parse(start!, CultureInfo.InvariantCulture), int.Parse(diagnostic.Properties[SuggestedChange.Length]!, CultureInfo.InvariantCulture)),
            diagnostic.Properties[SuggestedChange.Code]!)
        : null;
}
