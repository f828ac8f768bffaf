using Benchmarks.Harness;
using Benchmarks.Report;
using Benchmarks.Workloads;
using DslTensors.Cpu;
using Spectre.Console;

namespace Benchmarks;

/// <summary>Measures the workloads that were asked for and reports.</summary>
internal static class BenchmarkRun
{
    public static int Execute(string[] filters, int threads, TimeSpan budget, DirectoryInfo output)
    {
        var workloads = WorkloadList.All.Where(workload => filters.Length == 0 || filters.Any(filter => Matches(workload, filter))).ToArray();
        if (workloads.Length == 0)
        {
            Console.Error.WriteLine($"error: no workload or group contains '{string.Join("' or '", filters)}'");
            return 1;
        }

        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = 220;
        output.Create();
        Parallelism.Threads = threads;
        var limits = MachineLimits.Measure(threads);
        Console.WriteLine($"{threads} threads; limits: {limits}");
        var whyNoPeer = LoadPeer(threads);
        var run = new PairedRun(limits, budget);
        var measurements = new List<Measurement>();
        foreach (var workload in workloads)
        {
            Console.Error.WriteLine($"{measurements.Count + 1}/{workloads.Length} {workload.Name}");
            measurements.Add(run.Measure(workload, whyNoPeer is null ? FindPeer(workload.Name) : null, whyNoPeer ?? "the peer has no such workload"));
        }

        AnsiConsole.Write(ResultTable.Of(measurements));
        ResultFile.Write(Path.Combine(output.FullName, "benchmarks.json"), limits.ToString(), threads, measurements);
        RatioChart.Write(Path.Combine(output.FullName, "benchmarks.png"), measurements);
        return measurements.Any(measurement => measurement.Remark?.StartsWith("WRONG", StringComparison.Ordinal) ?? false) ? 1 : 0;
    }

    private static bool Matches(Workload workload, string filter) =>
        workload.Name.Contains(filter, StringComparison.OrdinalIgnoreCase) || workload.Group.Equals(filter, StringComparison.OrdinalIgnoreCase);

#if PEER
    private static string? LoadPeer(int threads) => Peer.TorchWorkloads.Load(threads);

    private static Func<Side>? FindPeer(string name) => Peer.TorchWorkloads.Find(name);
#else
    private static string? LoadPeer(int threads) => "built without the peer";

    private static Func<Side>? FindPeer(string name) => null;
#endif
}
