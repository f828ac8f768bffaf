using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The product of a matrix and a vector (PyTorch's <c>mv</c>).</summary>
/// <param name="input">The matrix, [n, m].</param>
/// <param name="vec">The vector, [m].</param>
/// <returns>The product, [n].</returns>
/// <exception cref="ShapeException">The ranks are not 2 and 1, or the sizes differ.</exception>
[TensorOp("n m, m -> n")]
[ShapeError("vec", ShapeFault.Size, "size mismatch, got input ({n}), mat ({n}x{m}), vec ({vec[0]})")]
public static partial class Mv
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> vec)
        where T : unmanaged, INumber<T> => input.Mm(vec.Unsqueeze(1)).Squeeze(1);
}
