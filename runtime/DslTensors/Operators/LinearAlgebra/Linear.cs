using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>A linear map with an optional offset, <c>x Wᵀ + b</c> (PyTorch's <c>nn.functional.linear</c>).</summary>
/// <param name="input">The inputs, [..., inFeatures].</param>
/// <param name="weight">The weights, [outFeatures, inFeatures].</param>
/// <param name="bias">The offsets, [outFeatures].</param>
/// <returns>The outputs, [..., outFeatures].</returns>
/// <exception cref="ShapeException">The inner sizes differ, or the weight is no matrix.</exception>
[TensorOp("s... i, o i, o? -> s... o")]
[ShapeError("weight", ShapeFault.Size, "mat1 and mat2 shapes cannot be multiplied ({input.Count / System.Math.Max(1, i)}x{i} and {weight[1]}x{weight[0]})")]
public static partial class Linear
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> weight, TensorView<T>? bias, TensorView<T> result)
        where T : unmanaged, INumber<T>
    {
        var (inner, outer) = (weight.Sizes[1], weight.Sizes[0]);
        var rows = outer == 0 ? 0 : result.Count / outer;
        var dense = input.Rank == 2 ? input : input.Dense();
        var left = dense.Rank == 2
            ? MatrixView<T>.Of(dense, dense.Offset)
            : new MatrixView<T>(dense.Array, dense.Offset, rows, inner, inner, 1);
        var right = new MatrixView<T>(weight.Array, weight.Offset, inner, outer, weight.Strides[1], weight.Strides[0]);
        MatrixProduct.Run(left, right, new MatrixView<T>(result.Array, result.Offset, rows, outer, outer, 1));
        if (bias is { } offsets)
            AddRows(result.Span, offsets.Dense().Span);
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> weight)
        where T : unmanaged, IFloatingPointIeee754<T> => grad.Matmul(weight);

    private static Tensor<T> GradWeight<T>(Tensor<T> grad, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => Rows(grad).Transpose(0, 1).Mm(Rows(input));

    private static Tensor<T> GradBias<T>(Tensor<T> grad)
        where T : unmanaged, IFloatingPointIeee754<T> => Rows(grad).Sum(0);

    private static Tensor<T> Rows<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => x.Rank == 2 ? x : x.Reshape((int)(x.Count / Math.Max(1, x.Shape[-1])), x.Shape[-1]);

    private static void AddRows<T>(Span<T> rows, ReadOnlySpan<T> offsets)
        where T : unmanaged, INumber<T>
    {
        for (var start = 0; start < rows.Length; start += offsets.Length)
            RowSum.Add(offsets, rows.Slice(start, offsets.Length));
    }
}
