using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>R of matrices and, below its diagonal, the reflections that lead there, in LAPACK's form.</summary>
/// <param name="input">The matrices.</param>
/// <param name="k">The lesser of their sizes.</param>
/// <returns>R with the reflections, and their factors.</returns>
[TensorOp("b n m -> b n m, b k", Name = "geqrf", IsInternal = true, NonDifferentiable = true)]
public static partial class HouseholderFactors
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> packed, TensorView<T> tau, int k)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (rows, columns, matrices) = (input.Sizes[1], input.Sizes[2], input.Dense());
        MatrixBatch.Run(input.Sizes[0], (long)rows * columns * k, i =>
        {
            var matrix = MatrixBatch.Read(matrices, i, rows * columns);
            var factors = new double[k];
            HouseholderReflections.Factor(matrix, rows, columns, factors);
            MatrixBatch.Write(matrix, packed, i);
            MatrixBatch.Write(factors, tau, i);
        });
    }
}
