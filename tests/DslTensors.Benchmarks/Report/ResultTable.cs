using System.Globalization;
using Benchmarks.Harness;
using Spectre.Console;

namespace Benchmarks.Report;

/// <summary>The results as a table in the terminal.</summary>
internal static class ResultTable
{
    public static Table Of(IEnumerable<Measurement> measurements)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var (title, isNumber) in new[] { ("workload", false), ("ours", true), ("TorchSharp", true), ("ratio", true), ("median", true), ("required", true), ("of limit", true), ("B/step", true), ("gen0|2 in 1000", true), ("", false) })
            table.AddColumn(new TableColumn(title) { Alignment = isNumber ? Justify.Right : Justify.Left, NoWrap = true });
        foreach (var measurement in measurements)
            table.AddRow(Cells(measurement).Select(Markup.Escape).Select((cell, column) => column == 3 ? $"[{ColorOf(measurement)}]{cell}[/]" : cell).ToArray());
        return table;
    }

    private static IEnumerable<string> Cells(Measurement measurement) =>
    [
        measurement.Workload.Name,
        Time(measurement.OursBest),
        measurement.PeerBest is { } peer ? Time(peer) : "",
        Ratio(measurement.Ratio),
        Ratio(measurement.MedianRatio),
        Ratio(measurement.Workload.Required),
        measurement.ShareOfLimit is { } share ? share.ToString("P0", CultureInfo.InvariantCulture) : "",
        measurement.Garbage is { } garbage ? garbage.BytesPerStep.ToString("N0", CultureInfo.InvariantCulture) : "",
        measurement.Garbage is { } count ? string.Create(CultureInfo.InvariantCulture, $"{count.Gen0Per1000:0.##}|{count.Gen2Per1000:0.##}") : "",
        measurement.Remark ?? "",
    ];

    private static string ColorOf(Measurement measurement) =>
        measurement.Ratio is not { } ratio ? "default" : ratio >= measurement.Workload.Required ? "green" : ratio >= 0.8 * measurement.Workload.Required ? "yellow" : "red";

    private static string Ratio(double? ratio) => ratio?.ToString(ratio < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture) ?? "";

    private static string Time(double seconds) => seconds switch
    {
        < 1e-6 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e9:0} ns"),
        < 1e-3 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e6:0.00} us"),
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e3:0.00} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s"),
    };
}
