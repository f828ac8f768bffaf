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
            "nuc" when dim.IsAll && input.Rank == 2 => NuclearNorm.Apply(input, dim, keepDim).Result,
            "nuc" when dim.Count() == 2 => NuclearNorms(input, dim, keepDim),
            "nuc" => throw new ShapeException($"linalg.matrix_norm: The input tensor A must have at least 2 dimensions. norm: the nuclear norm is that of a matrix, and the shape is {input.Shape}."),
            _ => throw new TensorException($"norm(): '{p}' is no order of a norm. Write \"fro\", \"nuc\" or a number."),
        };

    // Matrices along two of several dimensions, one after the other.
    private static Tensor<T> NuclearNorms<T>(Tensor<T> input, Dims dim, bool keepDim)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var flags = dim.Flags(input.Rank);
        int[] others = [.. Enumerable.Range(0, input.Rank).Where(i => !flags[i])];
        int[] matrix = [.. dim.Select(i => Dimension.Wrap(i, input.Rank))];
        var matrices = input.Permute([.. others, .. matrix]).Reshape(-1, input.Shape[matrix[0]], input.Shape[matrix[1]]);
        var norms = Tensor.Stack<T>([.. matrices.Unbind().Select(each => NuclearNorm.Apply(each, default, false).Result)]);
        return norms.Reshape([.. Enumerable.Range(0, input.Rank).Where(i => keepDim || !flags[i]).Select(i => flags[i] ? 1 : input.Shape[i])]);
    }
}
