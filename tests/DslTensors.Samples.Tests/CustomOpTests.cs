using System.Globalization;
using System.Text.RegularExpressions;

namespace DslTensors.Samples.Tests;

public sealed partial class CustomOpTests
{
    [Fact]
    public void A_network_of_operators_of_its_own_learns_and_refuses_wrong_shapes()
    {
        var run = SampleProcess.Run("CustomOp");

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        var steps = StepLine().Matches(run.Output);
        Assert.Equal(5, steps.Count);
        Assert.True(Number(steps[4], 1) < Number(steps[0], 1) / 20, run.Output);
        Assert.True(Number(steps[4], 2) > 0.98, run.Output);
        Assert.Contains("refused: points of 2 dimensions have no distance from points of 3.", run.Output);
    }

    static double Number(Match line, int group) => double.Parse(line.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^step +\d+   loss (\d+\.\d{4})   accuracy (\d\.\d{3})\r?$", RegexOptions.Multiline)]
    private static partial Regex StepLine();
}
