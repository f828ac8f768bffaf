namespace Benchmarks.Harness;

/// <summary>What was measured of a workload; times in seconds.</summary>
/// <param name="Workload">The work.</param>
/// <param name="OursBest">This library's best sample.</param>
/// <param name="OursMedian">This library's middle sample.</param>
/// <param name="PeerBest">The peer's best sample; null without a peer.</param>
/// <param name="PeerMedian">The peer's middle sample; null without a peer.</param>
/// <param name="ShareOfLimit">Which part of what the machine can do at best was reached; null where no limit is stated.</param>
/// <param name="Garbage">What this library's step allocates.</param>
/// <param name="Remark">Why there is no peer, or in what the two libraries disagree.</param>
internal sealed record Measurement(
    Workload Workload,
    double OursBest,
    double OursMedian,
    double? PeerBest,
    double? PeerMedian,
    double? ShareOfLimit,
    GarbageCount? Garbage,
    string? Remark)
{
    /// <summary>The peer's best time divided by ours.</summary>
    public double? Ratio => PeerBest / OursBest;

    /// <summary>The peer's middle time divided by ours.</summary>
    public double? MedianRatio => PeerMedian / OursMedian;
}
