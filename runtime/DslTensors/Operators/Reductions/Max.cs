using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The greatest element of the whole tensor (PyTorch's <c>max</c>); equal ones share the gradient.</summary>
/// <param name="input">The tensor.</param>
/// <returns>A scalar; NaN if there is one.</returns>
/// <exception cref="ShapeException">The tensor is empty.</exception>
[TensorOp("s... -> ")]
public static partial class Max
{
    private static Tensor<T> Compose<T>(Tensor<T> input)
        where T : unmanaged, INumber<T> => input.Amax();
}

/// <summary>The greatest element along a dimension and its index (PyTorch's <c>max</c> with a dimension); the first one of several, NaN above all.</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <param name="keepDim">Keep the dimension with size 1.</param>
/// <returns>The elements and their indices.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
/// <exception cref="ShapeException">The dimension has size 0.</exception>
[TensorOp("s... -> reduce(s, dim, keepDim), reduce(s, dim, keepDim)", Method = "Max")]
public static partial class MaxAlong
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> values, TensorView<long> indices, int dim, bool keepDim = false)
        where T : unmanaged, INumber<T>
    {
        IndexSearch.Run(input, indices, dim, "max", static (candidate, best) => candidate > best || (T.IsNaN(candidate) && !T.IsNaN(best)));
        if (input.Rank == 0)
        {
            values.Origin = input.Origin;
            return;
        }

        var kept = input.Sizes.ToArray();
        kept[Dimension.Wrap(dim, input.Rank)] = 1;
        var layout = StridedLayout.Contiguous(kept);
        var offsets = PickedOffsets.Of("max", input.Layout, dim, new TensorView<long>(indices.Array, indices.Offset, layout));
        for (var i = 0; i < offsets.Length; i++)
            values.Span[i] = input.Array[input.Offset + offsets[i]];
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<long> indices, Shape inputShape, int dim, bool keepDim)
        where T : unmanaged, IFloatingPointIeee754<T> => inputShape.Rank == 0
            ? grad
            : grad.NewZeros(inputShape.ToArray()).ScatterAdd(dim, ReducedGradient.KeepDims(indices, inputShape, dim, keepDim), ReducedGradient.KeepDims(grad, inputShape, dim, keepDim));
}
