using System.Globalization;
using Xunit.Abstractions;

namespace DslTensors.Analyzers.Tests;

/// <summary>The measurement measures what it says. How long things take is printed and not asserted: machines differ.</summary>
public class AnalyzerSpeedTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Both_measurements_run_all_rules()
    {
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("DSLTENSORS_SPEED_ROUNDS"), CultureInfo.InvariantCulture, out var wanted) ? wanted : 1;
        var times = await AnalyzerSpeed.Measure(rounds);
        foreach (var time in times)
            output.WriteLine(time.ToString());

        Assert.Equal(2, times.Count);
        Assert.All(times, time => Assert.Equal(AnalyzerSpeed.Analyzers.Count, time.Analyzers.Count));
        Assert.True(times[0].Rules > times[1].Rules, string.Join("\n", times));
    }

    [Fact]
    public async Task The_tensor_code_is_long_enough_valid_and_looked_at()
    {
        var source = AnalyzerSpeed.TensorCode(2000);
        Assert.InRange(source.Split('\n').Length, 2000, 2200);
        Assert.Empty(await Verification.ProgramCheck.Run(source));
        Assert.NotEmpty(await Verification.ProgramCheck.Run(source.Replace("new(4 * width, width)", "new(3 * width, width)", StringComparison.Ordinal)));
    }
}
