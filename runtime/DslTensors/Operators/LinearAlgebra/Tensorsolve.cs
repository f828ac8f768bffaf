using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The solution X of A X = B, where A is the matrix of a map between tensors (PyTorch's <c>linalg.tensorsolve</c>).</summary>
/// <param name="a">The map: the dimensions of B, then those of X.</param>
/// <param name="b">The right side.</param>
/// <param name="dims">Dimensions of A that are moved to its end first.</param>
/// <returns>The solution.</returns>
/// <exception cref="ShapeException">X has more or fewer elements than B.</exception>
/// <exception cref="TensorException">The map can't be inverted.</exception>
[TensorOp("s..., r... -> x...")]
public static partial class Tensorsolve
{
    private static Tensor<T> Compose<T>(Tensor<T> a, Tensor<T> b, Dims dims = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var map = a;
        if (!dims.IsAll)
        {
            int[] moved = [.. dims];
            map = a.Movedim(moved, (int[])[.. Enumerable.Range(a.Rank - moved.Length, moved.Length)]);
        }

        var solution = map.Shape.AsSpan()[Math.Min(b.Rank, map.Rank)..].ToArray();
        var (rows, columns) = (new Shape(map.Shape.AsSpan()[..Math.Min(b.Rank, map.Rank)].ToArray()).Count, new Shape(solution).Count);
        if (rows != columns)
            throw new ShapeException($"Expected self to satisfy the requirement prod(self.shape[other.ndim:]) == prod(self.shape[:other.ndim]), but got {columns} != {rows}. The shapes are {a.Shape} and {b.Shape}.");
        return map.Reshape((int)rows, (int)columns).Solve(b.Reshape(-1)).Reshape(solution);
    }
}
