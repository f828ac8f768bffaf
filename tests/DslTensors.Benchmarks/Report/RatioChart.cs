using Benchmarks.Harness;
using ScottPlot;

namespace Benchmarks.Report;

/// <summary>How many times faster than the peer, as bars on a logarithmic axis.</summary>
internal static class RatioChart
{
    public static void Write(string path, IEnumerable<Measurement> measurements)
    {
        var shown = measurements.Where(measurement => measurement.Ratio is not null).Reverse().ToArray();
        if (shown.Length == 0)
            return;
        var plot = new Plot();
        var bars = shown.Select((measurement, i) => new Bar
        {
            Position = i,
            Value = Math.Log2(measurement.Ratio!.Value),
            Orientation = Orientation.Horizontal,
            FillColor = measurement.Ratio >= measurement.Workload.Required ? Colors.SeaGreen : Colors.IndianRed,
            Label = FormattableString.Invariant($"{measurement.Ratio:0.0#}x"),
        }).ToArray();
        plot.Add.Bars(bars).Horizontal = true;
        plot.Axes.Left.SetTicks([.. shown.Select((_, i) => (double)i)], [.. shown.Select(measurement => measurement.Workload.Name)]);
        var powers = Enumerable.Range(-3, 11).ToArray();
        plot.Axes.Bottom.SetTicks([.. powers.Select(power => (double)power)], [.. powers.Select(power => FormattableString.Invariant($"{Math.Pow(2, power):0.###}x"))]);
        plot.Title("TorchSharp's time divided by ours");
        plot.Axes.Margins(left: 0.12, right: 0.12, bottom: 0.01, top: 0.01);
        plot.SavePng(path, 1200, 80 + (22 * shown.Length));
    }
}
