namespace DslTensors.Operators;

/// <summary>So many equal parts along the first dimension (PyTorch's <c>vsplit</c>); they are views.</summary>
/// <param name="input">The tensor, with two dimensions or more.</param>
/// <param name="sections">How many parts.</param>
/// <returns>The parts, in order.</returns>
/// <exception cref="ShapeException">The number does not divide the size, or there are fewer dimensions.</exception>
[TensorOp("s... -> parts...[]")]
public static partial class Vsplit
{
    private static Tensor<T>[] Compose<T>(Tensor<T> input, int sections)
        where T : unmanaged => DimensionSplit.Equal("vsplit", input, sections, 0, 2);
}

/// <summary>Parts along the first dimension that begin at given indices (PyTorch's <c>vsplit</c>); they are views.</summary>
/// <param name="input">The tensor, with two dimensions or more.</param>
/// <param name="indices">Where each part but the first begins.</param>
/// <returns>The parts, in order.</returns>
/// <exception cref="ShapeException">There are fewer dimensions.</exception>
[TensorOp("s... -> parts...[]", Method = "Vsplit")]
public static partial class VsplitAt
{
    private static Tensor<T>[] Compose<T>(Tensor<T> input, int[] indices)
        where T : unmanaged => DimensionSplit.At("vsplit", input, indices, 0, 2);
}
