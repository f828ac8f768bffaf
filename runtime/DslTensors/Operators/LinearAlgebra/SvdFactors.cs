using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The singular values of matrices and their vectors.</summary>
/// <param name="input">The matrices.</param>
/// <param name="k">The lesser of their sizes.</param>
/// <param name="left">How many left vectors are wanted, k or n.</param>
/// <param name="right">How many right vectors are wanted, k or m.</param>
/// <returns>The left vectors, a column each, the values, the greatest first, and the right vectors, a row each.</returns>
[TensorOp("b n m -> b n left, b k, b right m", Name = "linalg_svd", IsInternal = true)]
public static partial class SvdFactors
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> u, TensorView<T> s, TensorView<T> vh, int k, int left, int right)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (rows, columns, matrices) = (input.Sizes[1], input.Sizes[2], input.Dense());
        MatrixBatch.Run(input.Sizes[0], 20L * rows * columns * k, i =>
        {
            var (leftVectors, values, rightVectors) = SingularValues.Of(MatrixBatch.Read(matrices, i, rows * columns), rows, columns, left, right);
            MatrixBatch.Write(leftVectors, u, i);
            MatrixBatch.Write(values, s, i);
            MatrixBatch.Write(rightVectors, vh, i);
        });
    }

    // Of the vectors only the first k have a gradient: the others are any that complete them.
    private static Tensor<T> GradInput<T>(Tensor<T> gradU, Tensor<T> gradS, Tensor<T> gradVh, Tensor<T> input, Tensor<T> u, Tensor<T> s, Tensor<T> vh, int k)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (uk, vk) = (u.Narrow(2, 0, k), vh.Narrow(1, 0, k).Transpose(1, 2));
        var (gu, gv) = (gradU.Narrow(2, 0, k), gradVh.Narrow(1, 0, k).Transpose(1, 2));
        var (row, column) = (s.Unsqueeze(1), s.Unsqueeze(2));
        var differences = (row - column) * (row + column);
        var equal = differences.Eq(0);
        Tensor<T> Turned(Tensor<T> vectors, Tensor<T> gradient)
        {
            var product = vectors.Transpose(1, 2).Bmm(gradient);
            return ((product - product.Transpose(1, 2)) / differences.MaskedFill(equal, 1)).MaskedFill(equal, 0);
        }

        var inner = (Turned(uk, gu) * row) + (column * Turned(vk, gv)) + gradS.DiagEmbed();
        var gradient = uk.Bmm(inner).Bmm(vk.Transpose(1, 2));
        var inverse = (1 / s.MaskedFill(s.Eq(0), 1)).MaskedFill(s.Eq(0), 0);
        if (input.Shape[1] > k)
            gradient += ((gu - uk.Bmm(uk.Transpose(1, 2).Bmm(gu))) * inverse.Unsqueeze(1)).Bmm(vk.Transpose(1, 2));
        if (input.Shape[2] > k)
            gradient += (uk * inverse.Unsqueeze(1)).Bmm((gv - vk.Bmm(vk.Transpose(1, 2).Bmm(gv))).Transpose(1, 2));
        return gradient;
    }
}
