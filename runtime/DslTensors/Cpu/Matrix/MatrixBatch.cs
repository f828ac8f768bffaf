using System.Numerics;

namespace DslTensors.Cpu;

/// <summary>What is done with one matrix after the other of a batch, in double precision whatever the element type.</summary>
/// <param name="index">Which matrix.</param>
internal delegate void MatrixWork(int index);

/// <summary>Matrices of a batch as arrays of double, which decompositions work in.</summary>
internal static class MatrixBatch
{
    /// <summary>Does the work for every matrix, on several threads where there is enough of it.</summary>
    /// <param name="count">The number of matrices.</param>
    /// <param name="cost">About how many operations one takes.</param>
    /// <param name="work">The work.</param>
    public static void Run(int count, long cost, MatrixWork work) => Parallelism.For(count, (int)Math.Clamp(100_000 / Math.Max(1, cost), 1, int.MaxValue), new Body(work));

    /// <summary>A matrix, or any block of a contiguous view, as double.</summary>
    public static double[] Read<T>(TensorView<T> dense, int index, int size)
        where T : unmanaged, INumberBase<T>
    {
        var block = dense.Span.Slice(index * size, size);
        var numbers = new double[size];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = double.CreateTruncating(block[i]);
        return numbers;
    }

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public static void Write<T>(ReadOnlySpan<double> numbers, TensorView<T> dense, int index)
        where T : unmanaged, INumberBase<T>
    {
        var block = dense.Span.Slice(index * numbers.Length, numbers.Length);
        for (var i = 0; i < numbers.Length; i++)
            block[i] = T.CreateTruncating(numbers[i]);
    }

    private readonly struct Body(MatrixWork work) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (var i = from; i < to; i++)
                work(i);
        }
    }
}
