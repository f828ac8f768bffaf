namespace Benchmarks.Harness;

/// <summary>What a step leaves to the garbage collector.</summary>
/// <param name="BytesPerStep">Bytes allocated by all threads.</param>
/// <param name="Gen0Per1000">Collections of generation 0 in a thousand steps.</param>
/// <param name="Gen2Per1000">Collections of generation 2 in a thousand steps.</param>
internal sealed record GarbageCount(double BytesPerStep, double Gen0Per1000, double Gen2Per1000)
{
    /// <summary>Counts over as many steps as fit in about a third of a second.</summary>
    public static GarbageCount Of(Action step, double secondsPerStep)
    {
        var steps = Math.Clamp((int)(0.3 / secondsPerStep), 5, 100_000);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        step();
        var (bytes, gen0, gen2) = (GC.GetTotalAllocatedBytes(precise: true), GC.CollectionCount(0), GC.CollectionCount(2));
        for (var i = 0; i < steps; i++)
            step();
        return new GarbageCount(
            (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)steps,
            (GC.CollectionCount(0) - gen0) * 1000.0 / steps,
            (GC.CollectionCount(2) - gen2) * 1000.0 / steps);
    }
}
