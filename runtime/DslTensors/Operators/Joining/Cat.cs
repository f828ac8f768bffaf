using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>Tensors joined along a dimension that they have (PyTorch's <c>cat</c>).</summary>
/// <param name="tensors">The tensors, equal in all other sizes.</param>
/// <param name="dim">The dimension.</param>
/// <returns>A tensor whose size along <paramref name="dim"/> is the sum of theirs.</returns>
/// <exception cref="ShapeException">There is no tensor, one is a scalar, or other sizes differ.</exception>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s...[] -> concat(s, dim)", Aliases = ["concat", "concatenate"])]
public static partial class Cat
{
    private static void Forward<T>(TensorView<T>[] tensors, TensorView<T> result, int dim = 0)
        where T : unmanaged
    {
        var at = Dimension.Wrap(dim, result.Rank);
        if (result.IsContiguous && Array.TrueForAll(tensors, static tensor => tensor.IsContiguous))
        {
            var rows = 1;
            foreach (var size in result.Sizes.AsSpan(0, at))
                rows *= size;
            JoinKernel.Run(tensors, result, rows);
            return;
        }

        var offset = result.Offset;
        foreach (var tensor in tensors)
        {
            if (tensor.Sizes is [0])
                continue;
            if (tensor.Count > 0)
                StridedCopy.Run(tensor, new TensorView<T>(result.Array, offset, StridedLayout.Strided(tensor.Sizes, result.Strides)));
            offset += tensor.Sizes[at] * result.Strides[at];
        }
    }

    private static Tensor<T>[] GradTensors<T>(Tensor<T> grad, Shape[] tensorsShape, int dim)
        where T : unmanaged
    {
        var gradients = new Tensor<T>[tensorsShape.Length];
        var start = 0;
        for (var i = 0; i < gradients.Length; i++)
        {
            if (tensorsShape[i] is { Rank: 1, Count: 0 })
            {
                gradients[i] = Tensor.Zeros<T>(0);
                continue;
            }

            var length = tensorsShape[i][Dimension.Wrap(dim, grad.Rank)];
            gradients[i] = grad.Narrow(dim, start, length);
            start += length;
        }

        return gradients;
    }
}
