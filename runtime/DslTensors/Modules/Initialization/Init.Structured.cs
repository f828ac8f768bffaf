using System.Numerics;

namespace DslTensors;

public static partial class Init
{
    /// <summary>Ones on the diagonal of a matrix, zeros elsewhere: a linear layer that keeps its inputs (PyTorch's <c>eye_</c>).</summary>
    public static Tensor<float> Eye(int rows, int columns) => Eye<float>(rows, columns);

    /// <inheritdoc cref="Eye(int, int)"/>
    public static Tensor<T> Eye<T>(int rows, int columns)
        where T : unmanaged => EyeInPlace(Allocate<T>([rows, columns]));

    /// <inheritdoc cref="Eye(int, int)"/>
    /// <returns>The tensor itself.</returns>
    /// <exception cref="ShapeException">The tensor is no matrix.</exception>
    public static Tensor<T> EyeInPlace<T>(Tensor<T> tensor)
        where T : unmanaged
    {
        CheckMatrix(tensor.Layout.Sizes, "Init.Zeros");
        var (one, columns) = (((Scalar)1).To<T>(), tensor.Shape[1]);
        var length = Math.Min(tensor.Shape[0], columns);
        return Overwrite(tensor, "eye_", values =>
        {
            values.Clear();
            for (var i = 0; i < length; i++)
                values[(i * columns) + i] = one;
        });
    }

    /// <summary>A convolution that keeps its inputs, as far as there are channels (PyTorch's <c>dirac_</c>): a one in the middle of each channel's own kernel.</summary>
    /// <param name="sizes">Outputs, inputs and one to three kernel sizes.</param>
    /// <param name="groups">The number of groups that the convolution has.</param>
    /// <exception cref="ShapeException">The weight is not one of a convolution, or its outputs don't divide into the groups.</exception>
    public static Tensor<float> Dirac(ReadOnlySpan<int> sizes, int groups = 1) => Dirac<float>(sizes, groups);

    /// <inheritdoc cref="Dirac(ReadOnlySpan{int}, int)"/>
    public static Tensor<T> Dirac<T>(ReadOnlySpan<int> sizes, int groups = 1)
        where T : unmanaged => DiracInPlace(Allocate<T>(sizes), groups);

    /// <inheritdoc cref="Dirac(ReadOnlySpan{int}, int)"/>
    /// <param name="tensor">The weight to overwrite.</param>
    /// <param name="groups">The number of groups that the convolution has.</param>
    /// <returns>The tensor itself.</returns>
    public static Tensor<T> DiracInPlace<T>(Tensor<T> tensor, int groups = 1)
        where T : unmanaged
    {
        var sizes = tensor.Layout.Sizes;
        if (sizes.Length is < 3 or > 5)
            throw new ShapeException($"Only tensors with 3, 4, or 5 dimensions are supported, and the shape is {tensor.Shape}. Init.Eye is for matrices.");
        if (groups < 1 || sizes[0] % groups != 0)
            throw new ShapeException($"dim 0 must be divisible by groups, and {sizes[0]} is not by {groups}. Give the number of groups of the convolution.");
        var (one, outputs, kernel, middle) = (((Scalar)1).To<T>(), sizes[0] / groups, 1, 0);
        foreach (var size in sizes.AsSpan(2))
        {
            kernel *= size;
            middle = (middle * size) + (size / 2);
        }

        return Overwrite(tensor, "dirac_", values =>
        {
            values.Clear();
            for (var group = 0; group < groups; group++)
            {
                for (var channel = 0; channel < Math.Min(outputs, sizes[1]); channel++)
                    values[((((group * outputs) + channel) * sizes[1]) + channel) * kernel + middle] = one;
            }
        });
    }

    /// <summary>
    /// Normally distributed, with a share of each column set to zero (PyTorch's <c>sparse_</c>). From Martens, "Deep learning via
    /// Hessian-free optimization", 2010.
    /// </summary>
    /// <param name="sizes">Rows and columns.</param>
    /// <param name="sparsity">The share of zeros in each column.</param>
    /// <param name="std">The standard deviation of the rest.</param>
    /// <exception cref="ShapeException">There are not two dimensions.</exception>
    public static Tensor<float> Sparse(ReadOnlySpan<int> sizes, double sparsity, double std = 0.01) => Sparse<float>(sizes, sparsity, std);

    /// <inheritdoc cref="Sparse(ReadOnlySpan{int}, double, double)"/>
    public static Tensor<T> Sparse<T>(ReadOnlySpan<int> sizes, double sparsity, double std = 0.01)
        where T : unmanaged, IFloatingPointIeee754<T> => SparseInPlace(Allocate<T>(sizes), sparsity, std);

    /// <inheritdoc cref="Sparse(ReadOnlySpan{int}, double, double)"/>
    /// <param name="tensor">The matrix to overwrite.</param>
    /// <param name="sparsity">The share of zeros in each column.</param>
    /// <param name="std">The standard deviation of the rest.</param>
    /// <returns>The tensor itself.</returns>
    public static Tensor<T> SparseInPlace<T>(Tensor<T> tensor, double sparsity, double std = 0.01)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        CheckMatrix(tensor.Layout.Sizes, "Init.Normal");
        var (rows, columns) = (tensor.Shape[0], tensor.Shape[1]);
        var zeros = Math.Clamp((int)Math.Ceiling(sparsity * rows), 0, rows);
        return Overwrite(tensor, "sparse_", values =>
        {
            RandomSource.Default.FillNormal(values, 0, std);
            var order = new long[rows];
            for (var column = 0; column < columns; column++)
            {
                RandomSource.Default.FillRandperm<long>(order);
                foreach (var row in order.AsSpan(0, zeros))
                    values[((int)row * columns) + column] = T.Zero;
            }
        });
    }

    private static void CheckMatrix(ReadOnlySpan<int> sizes, string alternative)
    {
        if (sizes.Length != 2)
            throw new ShapeException($"Only tensors with 2 dimensions are supported, and the shape is {Shape.Format(sizes)}. Use {alternative}.");
    }
}
