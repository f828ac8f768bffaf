using System.Diagnostics;

namespace Benchmarks.Harness;

/// <summary>Measures workloads in this library and in the peer by turns, so that both see the same state of the machine.</summary>
internal sealed class PairedRun(MachineLimits limits, TimeSpan budget)
{
    private const int StepsBeforeComparison = 3;
    private static readonly TimeSpan s_sample = TimeSpan.FromMilliseconds(2);

    /// <summary>Measures one workload.</summary>
    public Measurement Measure(Workload workload, Func<Side>? peer, string? whyNoPeer)
    {
        var ours = workload.Ours();
        var theirs = peer?.Invoke();
        var remark = theirs is null ? whyNoPeer : Disagreement(workload, ours, theirs);

        var oursSampling = new Sampling(ours.Step);
        var theirsSampling = theirs is null ? null : new Sampling(theirs.Step);
        var warmUp = workload.IsInProcess ? TimeSpan.FromMilliseconds(Math.Min(400, budget.TotalMilliseconds / 4)) : TimeSpan.Zero;
        oursSampling.WarmUp(warmUp, s_sample);
        theirsSampling?.WarmUp(warmUp, s_sample);

        var watch = Stopwatch.StartNew();
        var rounds = 0;
        while (rounds < 5 || (watch.Elapsed < budget && rounds < 2000))
        {
            oursSampling.Sample();
            theirsSampling?.Sample();
            rounds++;
        }

        return new Measurement(
            workload,
            oursSampling.Best,
            oursSampling.Median,
            theirsSampling?.Best,
            theirsSampling?.Median,
            limits.ShareOf(workload, oursSampling.Best),
            workload.IsInProcess ? GarbageCount.Of(ours.Step, oursSampling.Median) : null,
            remark);
    }

    private static string? Disagreement(Workload workload, Side ours, Side theirs)
    {
        for (var i = 0; i < StepsBeforeComparison; i++)
        {
            ours.Step();
            theirs.Step();
        }

        var (a, b) = (ours.Result(), theirs.Result());
        if (a.Length != b.Length)
            return $"WRONG: {a.Length} numbers here, {b.Length} there";
        var scale = b.Length == 0 ? 1 : Math.Max(b.Max(MathF.Abs), 1e-6);
        for (var i = 0; i < a.Length; i++)
        {
            if (!(Math.Abs(a[i] - b[i]) <= workload.Tolerance * scale))
                return $"WRONG: number {i} is {a[i]} here, {b[i]} there";
        }

        return null;
    }
}
