namespace DslTensors.Cpu;

/// <summary>The order of the steps along a sequence, and where their rows lie.</summary>
/// <param name="Length">The steps.</param>
/// <param name="Batch">The sequences.</param>
/// <param name="Size">The size of the state.</param>
/// <param name="IsReverse">Whether the way begins at the end.</param>
internal readonly record struct LstmWalk(int Length, int Batch, int Size, bool IsReverse)
{
    // Fewer sequences would not fill the register tile of the matrix product.
    private const int LeastSequences = 8;
    private const int LeastWork = 16 * 1024;

    /// <summary>How many sequences make a part of the work: one part for each thread, as every part reads all weights in every step.</summary>
    public static int Grain(int batch, int size) => batch * size * size < LeastWork
        ? batch
        : Math.Max(LeastSequences, (batch + Parallelism.Threads - 1) / Parallelism.Threads);

    /// <summary>The row of a sequence in a step, counted over all steps in the order of time.</summary>
    public int Row(int step, int sequence) => ((IsReverse ? Length - 1 - step : step) * Batch) + sequence;
}
