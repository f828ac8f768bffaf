using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The places of the pixels of images after affine maps, for <c>GridSample</c> (PyTorch's <c>nn.functional.affine_grid</c>).</summary>
/// <param name="theta">The maps, [b, 2, 3] for images and [b, 3, 4] for volumes.</param>
/// <param name="size">The sizes of the images, [b, c, h, w] or [b, c, d, h, w].</param>
/// <param name="alignCorners">Whether -1 and 1 are the centres of the corner pixels; otherwise their outer edges.</param>
/// <returns>The places, [b, h, w, 2] or [b, d, h, w, 3], x first.</returns>
/// <exception cref="ShapeException">The shapes don't fit.</exception>
[TensorOp("b n m -> grid...")]
[ShapeError("theta", ShapeFault.Rank, "Expected a batch of 2D affine matrices of shape Nx2x3 for size, or of 3D ones of shape Nx3x4. Got {theta}")]
public static partial class AffineGrid
{
    private static Tensor<T> Compose<T>(Tensor<T> theta, int[] size, bool alignCorners = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var spatial = size.Length - 2;
        if (spatial is not (2 or 3))
            throw new ShapeException($"affine_grid only supports 4D and 5D sizes, for 2D and 3D affine transforms, respectively. Got size {Shape.Format(size)}");
        if (theta.Shape[1] != spatial || theta.Shape[2] != spatial + 1 || theta.Shape[0] != size[0])
            throw new ShapeException($"Expected a batch of {spatial}D affine matrices of shape Nx{spatial}x{spatial + 1} for size {Shape.Format(size)}. Got {theta.Shape}.");
        var sizes = size[2..];
        var points = new Tensor<T>[spatial + 1];
        for (var axis = 0; axis < spatial; axis++)
        {
            var length = sizes[spatial - 1 - axis];
            int[] line = [.. Enumerable.Repeat(1, spatial)];
            line[spatial - 1 - axis] = length;
            var at = length <= 1 ? Tensor.Zeros<T>(length) : Tensor.Linspace<T>(-1, 1, length);
            points[axis] = (alignCorners ? at : at * ((length - 1.0) / length)).Reshape(line).Expand(sizes);
        }

        points[spatial] = Tensor.Ones<T>(sizes);
        var all = Stack.Apply<T>(points, -1, null).Reshape(1, -1, spatial + 1).Expand(size[0], -1, -1);
        return all.Bmm(theta.Transpose(1, 2)).Reshape([size[0], .. sizes, spatial]);
    }
}
