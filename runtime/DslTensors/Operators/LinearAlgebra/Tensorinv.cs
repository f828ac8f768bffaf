using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The inverse of a tensor as the matrix of a map between tensors (PyTorch's <c>linalg.tensorinv</c>).</summary>
/// <param name="a">The tensor; the product of its first sizes is that of the others.</param>
/// <param name="ind">How many dimensions are the first ones.</param>
/// <returns>The inverse, with the other dimensions first.</returns>
/// <exception cref="ShapeException">The products differ, or <paramref name="ind"/> is not positive.</exception>
/// <exception cref="TensorException">The map can't be inverted.</exception>
[TensorOp("s... -> inverse...")]
public static partial class Tensorinv
{
    private static Tensor<T> Compose<T>(Tensor<T> a, int ind = 2)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (ind <= 0)
            throw new ShapeException($"Expected a strictly positive integer for 'ind', but got {ind}. It is the number of dimensions of what the map gives.");
        var (to, from) = (a.Shape.AsSpan()[..Math.Min(ind, a.Rank)].ToArray(), a.Shape.AsSpan()[Math.Min(ind, a.Rank)..].ToArray());
        var (rows, columns) = (new Shape(to).Count, new Shape(from).Count);
        if (rows != columns)
            throw new ShapeException($"Expected self to satisfy the requirement prod(self.shape[ind:]) == prod(self.shape[:ind]), but got {columns} != {rows}. The shape is {a.Shape}, and ind {ind}.");
        return a.Reshape((int)rows, (int)columns).Inv().Reshape([.. from, .. to]);
    }
}
