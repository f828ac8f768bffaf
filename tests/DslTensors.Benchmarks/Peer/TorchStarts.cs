using Benchmarks.Harness;
using Benchmarks.Workloads;

namespace Benchmarks.Peer;

/// <summary>The start of a process that uses libtorch.</summary>
internal static class TorchStarts
{
    public static IEnumerable<(string Name, Func<Side> Make)> Sides =>
        Starts.All.Select(workload => (workload.Name, (Func<Side>)(() => Starts.Of(Starts.ThisProgram(Starts.PeerFirstTensor)))));
}
