using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The windows of images as columns (PyTorch's <c>nn.functional.unfold</c>).</summary>
/// <param name="input">The images, [b, c, h, w], or one of them without the batch.</param>
/// <param name="kernelSize">The size of a window, or a pair for height and width.</param>
/// <param name="dilation">The distance between two elements of a window; 1 by default.</param>
/// <param name="padding">How far windows begin before the image and end after it; 0 by default.</param>
/// <param name="stride">The distance between two windows; 1 by default.</param>
/// <returns>The columns, [b, c kh kw, windows].</returns>
/// <exception cref="ShapeException">The rank is wrong, an argument is out of range, or no window fits.</exception>
[TensorOp("b? c h w -> unfold(b? c, h w, kernelSize, dilation, padding, stride)")]
[ShapeError("input", ShapeFault.Rank, "Expected 3D or 4D (batch mode) tensor with possibly 0 batch size and other non-zero dimensions for input, but got: {input}")]
public static partial class Unfold
{
    private static Tensor<T> Compose<T>(Tensor<T> input, PerDimension kernelSize, PerDimension dilation = default, PerDimension padding = default, PerDimension stride = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var images = input.Rank == 3 ? input.Unsqueeze(0) : input;
        var windows = WindowGrid.Of("unfold", images.Shape[2], images.Shape[3], kernelSize, dilation, padding, stride);
        var columns = WindowColumns.Apply(images, (int[])[images.Shape[0], images.Shape[1] * windows.Taps, windows.Count], windows, false, null);
        return input.Rank == 3 ? columns.Squeeze(0) : columns;
    }
}
