using Benchmarks.Harness;
using DslTensors;

namespace Benchmarks.Workloads;

/// <summary>Everything that is measured, in the order of the table.</summary>
internal static class WorkloadList
{
    public static IEnumerable<Workload> All =>
    [
        .. SmallOperators.All,
        .. MultilayerPerceptrons.All,
        .. MatrixProducts.All,
        .. Elementwise.All,
        .. Reductions.All,
        .. Normalizations.All,
        .. Joining.All,
        .. Networks.All,
        .. Sizes.All,
        .. Starts.All,
    ];
}
