using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The exchanges of rows by which matrices are decomposed, and the first pivot of each that is 0, from 1, or 0.</summary>
/// <param name="input">The matrices.</param>
/// <param name="k">The lesser of their sizes.</param>
/// <param name="pivot">Whether rows are exchanged.</param>
/// <returns>The exchanges, the rows in their new order, and the zeros.</returns>
[TensorOp("b n m -> b k, b n, b", IsInternal = true, NonDifferentiable = true)]
public static partial class PivotedLu
{
    private static void Forward<T>(TensorView<T> input, TensorView<int> pivots, TensorView<long> order, TensorView<int> info, int k, bool pivot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (rows, columns, matrices) = (input.Sizes[1], input.Sizes[2], input.Dense());
        MatrixBatch.Run(input.Sizes[0], (long)rows * columns * k, i =>
        {
            var matrix = MatrixBatch.Read(matrices, i, rows * columns);
            var exchanges = pivots.Span.Slice(i * k, k);
            info.Span[i] = LuDecomposition.Factor(matrix, rows, columns, exchanges, pivot);
            Fill(order.Span.Slice(i * rows, rows), exchanges);
        });
    }

    /// <summary>The order of the rows after the exchanges.</summary>
    internal static void Fill(Span<long> order, ReadOnlySpan<int> exchanges)
    {
        for (var row = 0; row < order.Length; row++)
            order[row] = row;
        for (var step = 0; step < exchanges.Length; step++)
            (order[step], order[exchanges[step] - 1]) = (order[exchanges[step] - 1], order[step]);
    }
}
