using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Images in another size, each pixel that of the nearest place (PyTorch's <c>nn.functional.upsample_nearest</c>).</summary>
/// <param name="input">The images, [b, c, ...].</param>
/// <param name="size">The spatial sizes of the result.</param>
/// <param name="scaleFactor">Instead of them, by how much the sizes grow.</param>
/// <returns>The images in the other size.</returns>
/// <exception cref="ShapeException">The rank is wrong, or sizes and factors are both given or both missing.</exception>
[TensorOp("s... -> interpolate(s, size, scaleFactor)")]
public static partial class UpsampleNearest
{
    private static Tensor<T> Compose<T>(Tensor<T> input, PerDimension? size = null, ScaleFactor? scaleFactor = null)
        where T : unmanaged, IFloatingPointIeee754<T> => input.Interpolate(size, scaleFactor);
}

/// <summary>Images in another size, corners aligned, by two linear interpolations (PyTorch's <c>nn.functional.upsample_bilinear</c>).</summary>
/// <param name="input">The images, [b, c, h, w].</param>
/// <param name="size">The spatial sizes of the result.</param>
/// <param name="scaleFactor">Instead of them, by how much the sizes grow.</param>
/// <returns>The images in the other size.</returns>
/// <exception cref="ShapeException">The rank is wrong, or sizes and factors are both given or both missing.</exception>
[TensorOp("s... -> interpolate(s, size, scaleFactor)")]
public static partial class UpsampleBilinear
{
    private static Tensor<T> Compose<T>(Tensor<T> input, PerDimension? size = null, ScaleFactor? scaleFactor = null)
        where T : unmanaged, IFloatingPointIeee754<T> => input.Interpolate(size, scaleFactor, "bilinear", true);
}
