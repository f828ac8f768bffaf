using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The matrix product of each pair of matrices in two batches (PyTorch's <c>bmm</c>); batches don't broadcast.</summary>
/// <param name="input">The left matrices, [b, n, m].</param>
/// <param name="mat2">The right matrices, [b, m, p].</param>
/// <returns>The products, [b, n, p].</returns>
/// <exception cref="ShapeException">An input has not three dimensions, or batch or inner sizes differ.</exception>
[TensorOp("b n m, b m p -> b n p")]
[ShapeError("input", ShapeFault.Rank, "batch1 must be a 3D tensor")]
[ShapeError("mat2", ShapeFault.Rank, "batch2 must be a 3D tensor")]
[ShapeError("mat2", ShapeFault.Size, "Expected size for first two dimensions of batch2 tensor to be: [{b}, {m}] but got: [{mat2[0]}, {mat2[1]}].")]
public static partial class Bmm
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> mat2, TensorView<T> result)
        where T : unmanaged, INumber<T>
    {
        var work = 2L * result.Sizes[1] * result.Sizes[2] * input.Sizes[2];
        Parallelism.For(result.Sizes[0], Grain(work), new Batches<T>(input, mat2, result));
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> mat2)
        where T : unmanaged, IFloatingPointIeee754<T> => grad.Bmm(mat2.Transpose(1, 2));

    private static Tensor<T> GradMat2<T>(Tensor<T> grad, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => input.Transpose(1, 2).Bmm(grad);

    // About 20 microseconds of work at 50 GFLOP/s.
    private static int Grain(long workPerBatch) => (int)Math.Clamp(1_000_000 / Math.Max(1, workPerBatch), 1, int.MaxValue);

    private readonly struct Batches<T>(TensorView<T> input, TensorView<T> mat2, TensorView<T> result) : IRangeBody
        where T : unmanaged, INumber<T>
    {
        public void Run(int from, int to)
        {
            MatrixProduct.RunBatch(
                MatrixView<T>.Of(input, input.Offset + (from * input.Strides[0])),
                MatrixView<T>.Of(mat2, mat2.Offset + (from * mat2.Strides[0])),
                MatrixView<T>.Of(result, result.Offset + (from * result.Strides[0])),
                new ProductBatch(to - from, input.Strides[0], mat2.Strides[0], result.Strides[0]));
        }
    }
}
