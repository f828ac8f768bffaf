namespace DslTensors.Operators;

/// <summary>The slices along a dimension, which goes (PyTorch's <c>unbind</c>); they are views.</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <returns>One view for each index.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> remove(s, dim)[]")]
public static partial class Unbind
{
    private static Tensor<T>[] Compose<T>(Tensor<T> input, int dim = 0)
        where T : unmanaged
    {
        if (input.Rank == 0)
            throw new DimensionException("Dimension specified as 0 but tensor has no dimensions. Read the element with x.Item().");
        var slices = new Tensor<T>[input.Shape[Dimension.Wrap(dim, input.Rank)]];
        for (var i = 0; i < slices.Length; i++)
            slices[i] = input.Select(dim, i);
        return SeveralViews.Of("UnbindBackward0", slices);
    }
}
