namespace DslTensors.Operators;

/// <summary>So many equal parts along the third dimension (PyTorch's <c>dsplit</c>); they are views.</summary>
/// <param name="input">The tensor, with three dimensions or more.</param>
/// <param name="sections">How many parts.</param>
/// <returns>The parts, in order.</returns>
/// <exception cref="ShapeException">The number does not divide the size, or there are fewer dimensions.</exception>
[TensorOp("s... -> parts...[]")]
public static partial class Dsplit
{
    private static Tensor<T>[] Compose<T>(Tensor<T> input, int sections)
        where T : unmanaged => DimensionSplit.Equal("dsplit", input, sections, 2, 3);
}

/// <summary>Parts along the third dimension that begin at given indices (PyTorch's <c>dsplit</c>); they are views.</summary>
/// <param name="input">The tensor, with three dimensions or more.</param>
/// <param name="indices">Where each part but the first begins.</param>
/// <returns>The parts, in order.</returns>
/// <exception cref="ShapeException">There are fewer dimensions.</exception>
[TensorOp("s... -> parts...[]", Method = "Dsplit")]
public static partial class DsplitAt
{
    private static Tensor<T>[] Compose<T>(Tensor<T> input, int[] indices)
        where T : unmanaged => DimensionSplit.At("dsplit", input, indices, 2, 3);
}
