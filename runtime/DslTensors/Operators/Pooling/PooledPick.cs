using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The elements of planes at given indices: the gradient of <see cref="PooledSum"/>.</summary>
/// <param name="input">The planes.</param>
/// <param name="indices">The indices in each plane.</param>
/// <param name="spatial">The number of dimensions of a plane.</param>
/// <returns>A tensor of the shape of the indices.</returns>
[TensorOp("s..., i... -> i...", Name = "max_pool_double_backward", IsInternal = true)]
public static partial class PooledPick
{
    private static void Forward<T>(TensorView<T> input, TensorView<long> indices, TensorView<T> result, int spatial)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (large, small) = (Planes.Of(input.Sizes, spatial), Planes.Of(result.Sizes, spatial));
        var elements = input.Dense().Span;
        var places = indices.Dense().Span;
        for (var i = 0; i < small.Count * small.Size; i++)
            result.Span[i] = elements[(i / small.Size * large.Size) + (int)places[i]];
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<long> indices, Shape inputShape, int spatial)
        where T : unmanaged, IFloatingPointIeee754<T> => PooledSum.Apply(grad, indices, inputShape, spatial, null);
}
