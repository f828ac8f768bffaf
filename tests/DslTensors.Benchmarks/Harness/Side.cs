namespace Benchmarks.Harness;

/// <summary>One library's form of a workload.</summary>
/// <param name="Step">What is timed: one call, one training step.</param>
/// <param name="Result">Numbers that both libraries must agree on after the same number of steps.</param>
internal sealed record Side(Action Step, Func<float[]> Result);
