using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The p-norm of the elements along some dimensions (PyTorch's <c>norm</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="p">The order: 0 counts elements other than 0, 1 sums magnitudes, 2 is Euclid's, infinity the greatest magnitude.</param>
/// <param name="dim">One or several dimensions; by default all.</param>
/// <param name="keepDim">Keep the reduced dimensions with size 1.</param>
/// <returns>The norms.</returns>
/// <exception cref="DimensionException">A dimension is out of range or given twice.</exception>
[TensorOp("s... -> reduce(s, dim, keepDim)")]
public static partial class Norm
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Scalar p, Dims dim = default, bool keepDim = false)
        where T : unmanaged, IFloatingPointIeee754<T> => VectorNorm.Apply(input, p.ToDouble(), dim, keepDim, null);
}

/// <summary>The Frobenius norm along some dimensions, or the nuclear norm of a matrix (PyTorch's <c>norm</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="p">"fro", the root of the sum of squares, or "nuc", the sum of the singular values.</param>
/// <param name="dim">One or several dimensions; by default all.</param>
/// <param name="keepDim">Keep the reduced dimensions with size 1.</param>
/// <returns>The norms.</returns>
/// <exception cref="TensorException"><paramref name="p"/> is another word.</exception>
/// <exception cref="ShapeException">The nuclear norm is asked of something that is no matrix.</exception>
/// <exception cref="DimensionException">A dimension is out of range or given twice.</exception>
[TensorOp("s... -> reduce(s, dim, keepDim)", Method = "Norm")]
public static partial class NamedNorm
{
    private static Tensor<T> Compose<T>(Tensor<T> input, string p = "fro", Dims dim = default, bool keepDim = false)
        where T : unmanaged, IFloatingPointIeee754<T> => p switch
        {
            "fro" => VectorNorm.Apply(input, 2, dim, keepDim, null),
            "nuc" => Nuclear(input, dim, keepDim),
            _ => throw new TensorException($"only valid string values are 'fro' and 'nuc', found {p}. Write \"fro\", \"nuc\" or a number."),
        };

    // The order of the two dimensions is all the same: a matrix and its transpose have the same singular values.
    private static Tensor<T> Nuclear<T>(Tensor<T> input, Dims dim, bool keepDim)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (dim.IsAll && input.Rank != 2)
            throw new ShapeException($"Expected a tensor with 2 dimensions, but got a tensor with {input.Rank} dimension{(input.Rank == 1 ? "" : "s")} instead. norm: the nuclear norm is that of a matrix, and the shape is {input.Shape}; name the two dimensions of matrices with 'dim'.");
        if (!dim.IsAll && dim.Count() != 2)
            throw new ShapeException($"nuclear norm requires a 'dim' argument of size 2. It is {dim}.");
        var isOfMatrix = dim.Flags(input.Rank);
        int[] dims = [.. Enumerable.Range(0, input.Rank)];
        int[] order = [.. dims.Where(at => !isOfMatrix[at]), .. dims.Where(at => isOfMatrix[at])];
        var (rows, columns) = (input.Shape[order[^2]], input.Shape[order[^1]]);
        var count = order[..^2].Aggregate(1, (product, at) => product * input.Shape[at]);
        var norms = NuclearNorm.Apply(input.Permute(order).Reshape(count, rows, columns)).Result;
        return norms.Reshape([.. dims.Where(at => keepDim || !isOfMatrix[at]).Select(at => isOfMatrix[at] ? 1 : input.Shape[at])]);
    }
}
