namespace Benchmarks.Harness;

/// <summary>Work that is measured in this library and in the peer.</summary>
/// <param name="Group">The heading under which it is shown.</param>
/// <param name="Name">Its name, by which the peer's form is found.</param>
/// <param name="Required">How many times faster than the peer it has to be.</param>
/// <param name="Ours">Makes this library's form of it.</param>
internal sealed record Workload(string Group, string Name, double Required, Func<Side> Ours)
{
    /// <summary>Multiplications and additions of one step, where arithmetic is its limit.</summary>
    public double Flops { get; init; }

    /// <summary>Bytes that one step has to read and write, where memory is its limit.</summary>
    public double Bytes { get; init; }

    /// <summary>How far the two libraries' numbers may lie apart, relative to the greatest.</summary>
    public double Tolerance { get; init; } = 1e-4;

    /// <summary>Whether a step makes garbage that is counted; not where it starts a process.</summary>
    public bool IsInProcess { get; init; } = true;
}
