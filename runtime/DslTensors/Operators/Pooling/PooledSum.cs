using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>Adds elements to planes of zeros at given indices: the gradient of a maximum pooling (PyTorch's <c>max_pool2d_with_indices_backward</c>).</summary>
/// <param name="input">The elements.</param>
/// <param name="indices">Where each goes in its plane.</param>
/// <param name="size">The sizes of the result.</param>
/// <param name="spatial">The number of dimensions of a plane.</param>
/// <returns>The sums.</returns>
[TensorOp("s..., s... -> size...", Name = "max_pool_backward", IsInternal = true)]
public static partial class PooledSum
{
    private static void Forward<T>(TensorView<T> input, TensorView<long> indices, TensorView<T> result, Shape size, int spatial)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (large, small) = (Planes.Of(result.Sizes, spatial), Planes.Of(input.Sizes, spatial));
        if (small.Count == 0)
            result.Span.Clear();
        Parallelism.For(small.Count, Planes.Grain(large.Size + small.Size), new Body<T>(input.Dense(), indices.Dense(), result, large.Size, small.Size));
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<long> indices, int spatial)
        where T : unmanaged, IFloatingPointIeee754<T> => PooledPick.Apply(grad, indices, spatial, null);

    private readonly struct Body<T>(TensorView<T> input, TensorView<long> indices, TensorView<T> result, int large, int small) : IRangeBody
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int from, int to)
        {
            for (var plane = from; plane < to; plane++)
            {
                var sums = result.Span.Slice(plane * large, large);
                var elements = input.Span.Slice(plane * small, small);
                var places = indices.Span.Slice(plane * small, small);
                sums.Clear();
                for (var i = 0; i < elements.Length; i++)
                    sums[(int)places[i]] += elements[i];
            }
        }
    }
}
