using System.Text.Json;
using Benchmarks.Harness;

namespace Benchmarks.Report;

/// <summary>The results as JSON.</summary>
internal static class ResultFile
{
    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true };

    public static void Write(string path, string machine, int threads, IEnumerable<Measurement> measurements)
    {
        var file = new
        {
            machine,
            threads,
            runtime = Environment.Version.ToString(),
            workloads = measurements.Select(measurement => new
            {
                group = measurement.Workload.Group,
                name = measurement.Workload.Name,
                required = measurement.Workload.Required,
                oursBestSeconds = measurement.OursBest,
                oursMedianSeconds = measurement.OursMedian,
                peerBestSeconds = measurement.PeerBest,
                peerMedianSeconds = measurement.PeerMedian,
                ratio = measurement.Ratio,
                medianRatio = measurement.MedianRatio,
                shareOfLimit = measurement.ShareOfLimit,
                bytesPerStep = measurement.Garbage?.BytesPerStep,
                gen0Per1000Steps = measurement.Garbage?.Gen0Per1000,
                gen2Per1000Steps = measurement.Garbage?.Gen2Per1000,
                remark = measurement.Remark,
            }),
        };
        File.WriteAllText(path, JsonSerializer.Serialize(file, s_options));
    }
}
