using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The pseudo-inverses of matrices: singular values up to a bound count as 0.</summary>
/// <param name="input">The matrices.</param>
/// <param name="bounds">The bound of each.</param>
/// <returns>The pseudo-inverses.</returns>
[TensorOp("b n m, b -> b m n", Name = "linalg_pinv", IsInternal = true)]
public static partial class PseudoInverse
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> bounds, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (rows, columns, matrices) = (input.Sizes[1], input.Sizes[2], input.Dense());
        var (size, limits) = (Math.Min(rows, columns), bounds.Dense());
        MatrixBatch.Run(input.Sizes[0], 20L * rows * columns * size, i =>
        {
            var (u, values, vh) = SingularValues.Of(MatrixBatch.Read(matrices, i, rows * columns), rows, columns, size, size);
            var bound = double.CreateTruncating(limits.Span[i]);
            for (var k = 0; k < size; k++)
            {
                foreach (ref var element in vh.AsSpan(k * columns, columns))
                    element = values[k] > bound ? element / values[k] : 0;
            }

            MatrixBatch.Write(Rows.Product(Rows.Transposed(vh, size, columns), Rows.Transposed(u, rows, size), columns, size, rows), result, i);
        });
    }

    // The derivative at constant rank (Golub and Pereyra, 1973).
    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input, Tensor<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (across, gradient) = (result.Transpose(1, 2), grad.Transpose(1, 2));
        var first = -across.Bmm(grad).Bmm(across);
        var left = gradient.Bmm(result).Bmm(across);
        var right = across.Bmm(result).Bmm(gradient);
        return first + left - input.Bmm(result.Bmm(left)) + right - right.Bmm(result).Bmm(input);
    }
}
