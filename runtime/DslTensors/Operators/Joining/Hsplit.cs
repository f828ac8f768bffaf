namespace DslTensors.Operators;

/// <summary>So many equal parts side by side: of vectors along their only dimension, of others along their second (PyTorch's <c>hsplit</c>); they are views.</summary>
/// <param name="input">The tensor.</param>
/// <param name="sections">How many parts.</param>
/// <returns>The parts, in order.</returns>
/// <exception cref="ShapeException">The number does not divide the size, or there is no dimension.</exception>
[TensorOp("s... -> parts...[]")]
public static partial class Hsplit
{
    private static Tensor<T>[] Compose<T>(Tensor<T> input, int sections)
        where T : unmanaged => DimensionSplit.Equal("hsplit", input, sections, 1, 1);
}

/// <summary>Parts side by side that begin at given indices (PyTorch's <c>hsplit</c>); they are views.</summary>
/// <param name="input">The tensor.</param>
/// <param name="indices">Where each part but the first begins.</param>
/// <returns>The parts, in order.</returns>
/// <exception cref="ShapeException">There is no dimension.</exception>
[TensorOp("s... -> parts...[]", Method = "Hsplit")]
public static partial class HsplitAt
{
    private static Tensor<T>[] Compose<T>(Tensor<T> input, int[] indices)
        where T : unmanaged => DimensionSplit.At("hsplit", input, indices, 1, 1);
}
