using System.Globalization;
using System.Text.RegularExpressions;

namespace DslTensors.Samples.Tests;

public sealed partial class FineTuneTests
{
    [Fact]
    public void The_head_learns_and_the_frozen_body_costs_nothing()
    {
        var run = SampleProcess.Run("FineTune");

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        var accuracies = Accuracy().Matches(run.Output).Select(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(2, accuracies.Length);
        Assert.All(accuracies, accuracy => Assert.InRange(accuracy, 0.9, 1));
        Assert.Contains("on 5 to 9 0.000", run.Output, StringComparison.Ordinal);
        Assert.Contains("1290 parameters alone", run.Output, StringComparison.Ordinal);
        Assert.Contains(", 1290 gradients", run.Output, StringComparison.Ordinal);
        Assert.Contains("the body is unchanged", run.Output, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"accuracy (\d\.\d+)")]
    private static partial Regex Accuracy();
}
