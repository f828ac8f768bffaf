using DslTensors;

namespace Tour.Lessons;

/// <summary>Bmm multiplies matrices pairwise and doesn't broadcast.</summary>
internal static class BatchedProducts
{
    public static void Run(Notebook notebook)
    {
        notebook.Title("bmm: a product for each pair of matrices");
        notebook.Show(Tensor.Bmm(Tensor.Rand(10, 2, 5), Tensor.Rand(10, 5, 2)).Shape);

        var (c, d) = (Tensor.Rand(10, 2, 5), Tensor.Rand(10, 4, 2));
        var (matrix, other) = (Tensor.Rand(2, 5), Tensor.Rand(3, 5, 2));
        // None of these compiles by itself: the compiler sees the sizes and reports each as an error. Here they are wanted.
#pragma warning disable DSLT2001
        notebook.Refuse(() => Tensor.Bmm(c, d));
        notebook.Refuse(() => Tensor.Bmm(matrix, d));
        notebook.Refuse(() => Tensor.Bmm(c, matrix));
        notebook.Refuse(() => Tensor.Bmm(c, other));
#pragma warning restore DSLT2001

        notebook.Title("matmul: broadcasts over the batch");
        notebook.Show(Tensor.Matmul(c, matrix.Transpose(0, 1)).Shape);
    }
}
