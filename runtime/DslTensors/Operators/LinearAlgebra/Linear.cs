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
        var rows = MatrixView<T>.OfRows(input);
        var outputs = new MatrixView<T>(result.Array, result.Offset, outer == 0 ? 0 : result.Count / outer, outer, outer, 1);
        var right = new MatrixView<T>(weight.Array, weight.Offset, inner, outer, weight.Strides[1], weight.Strides[0]);
        if (bias is { } offsets)
            MatrixProduct.RunAffine(rows, right, offsets.Dense().Span, outputs);
        else
            MatrixProduct.Run(rows, right, outputs);
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> weight)
        where T : unmanaged, IFloatingPointIeee754<T> => grad.Rank == 2 ? Mm.Apply(grad, weight, null) : grad.Matmul(weight);

    private static Tensor<T> GradWeight<T>(Tensor<T> grad, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => grad.Device.Backend is null
            ? LinearWeightGradient.Apply(grad, input, null)
            : grad.Reshape(-1, grad.Shape[-1]).Transpose(0, 1).Mm(input.Reshape(-1, input.Shape[-1]));

    private static Tensor<T> GradBias<T>(Tensor<T> grad)
        where T : unmanaged, IFloatingPointIeee754<T> => grad.Device.Backend is null
            ? LinearBiasGradient.Apply(grad, null)
            : grad.Reshape(-1, grad.Shape[-1]).Sum(0);
}
