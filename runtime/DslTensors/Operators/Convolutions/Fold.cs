using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Images from columns of windows, overlapping elements added (PyTorch's <c>nn.functional.fold</c>).</summary>
/// <param name="input">The columns, [b, c kh kw, windows], or those of one image without the batch.</param>
/// <param name="outputSize">The size of the images, or a pair for height and width.</param>
/// <param name="kernelSize">The size of a window, or a pair for height and width.</param>
/// <param name="dilation">The distance between two elements of a window; 1 by default.</param>
/// <param name="padding">How far windows begin before the image and end after it; 0 by default.</param>
/// <param name="stride">The distance between two windows; 1 by default.</param>
/// <returns>The images, [b, c, h, w].</returns>
/// <exception cref="ShapeException">The shapes don't fit, or an argument is out of range.</exception>
[TensorOp("b? n m -> fold(b? n, outputSize, kernelSize, dilation, padding, stride, m)")]
[ShapeError("input", ShapeFault.Rank, "Expected 2D or 3D (batch mode) tensor for input with possibly 0 batch size and non-zero dimensions for input, but got: {input}")]
public static partial class Fold
{
    private static Tensor<T> Compose<T>(Tensor<T> input, PerDimension outputSize, PerDimension kernelSize, PerDimension dilation = default, PerDimension padding = default, PerDimension stride = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var columns = input.Rank == 2 ? input.Unsqueeze(0) : input;
        var sizes = outputSize.For(2, "output_size", [1, 1]);
        var windows = WindowGrid.Of("fold", sizes[0], sizes[1], kernelSize, dilation, padding, stride);
        if (columns.Shape[1] % windows.Taps != 0)
            throw new ShapeException($"Expected size of input's dimension 1 to be divisible by the product of kernel_size, but got input.size(1)={columns.Shape[1]} and kernel_size=({windows.Kernel[0]}, {windows.Kernel[1]}).");
        if (columns.Shape[2] != windows.Count)
        {
            throw new ShapeException(
                $"Given output_size=({sizes[0]}, {sizes[1]}), kernel_size=({windows.Kernel[0]}, {windows.Kernel[1]}), dilation=({windows.Dilation[0]}, {windows.Dilation[1]}), padding=({windows.Padding[0]}, {windows.Padding[1]}), " +
                $"stride=({windows.Stride[0]}, {windows.Stride[1]}), expected size of input's dimension 2 to match the calculated number of sliding blocks {windows.Rows} * {windows.Columns} = {windows.Count}, but got input.size(2)={columns.Shape[2]}.");
        }

        var images = WindowColumns.Apply(columns, (int[])[columns.Shape[0], columns.Shape[1] / windows.Taps, sizes[0], sizes[1]], windows, true, null);
        return input.Rank == 2 ? images.Squeeze(0) : images;
    }
}
