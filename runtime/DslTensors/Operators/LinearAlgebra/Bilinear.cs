using System.Numerics;

namespace DslTensors.Operators;

/// <summary>A product of two vectors and a learned array of matrices (PyTorch's <c>nn.functional.bilinear</c>).</summary>
/// <param name="input1">The first vectors, [..., n].</param>
/// <param name="input2">The second vectors, [..., m].</param>
/// <param name="weight">The matrices, [p, n, m].</param>
/// <param name="bias">What is added, [p].</param>
/// <returns>The products, [..., p].</returns>
/// <exception cref="ShapeException">The sizes don't fit.</exception>
[TensorOp("... n, ... m, p n m, p? -> ... p")]
public static partial class Bilinear
{
    private static Tensor<T> Compose<T>(Tensor<T> input1, Tensor<T> input2, Tensor<T> weight, Tensor<T>? bias = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (n, m, p) = (input1.Shape[-1], input2.Shape[-1], weight.Shape[0]);
        var pairs = input1.Reshape(-1, n).Unsqueeze(2) * input2.Reshape(-1, m).Unsqueeze(1);
        var product = pairs.Reshape(-1, n * m).Mm(weight.Reshape(p, n * m).Transpose(0, 1)).Reshape([.. input1.Shape.AsSpan()[..^1], p]);
        return bias is null ? product : product + bias;
    }
}
