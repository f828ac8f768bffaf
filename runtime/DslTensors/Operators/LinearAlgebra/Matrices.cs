namespace DslTensors.Operators;

/// <summary>Batches of matrices of any rank as the batches of rank 3 that the decompositions take, and back.</summary>
internal static class Matrices
{
    /// <summary>The matrices, [b, n, m].</summary>
    public static Tensor<T> Flat<T>(Tensor<T> matrices)
        where T : unmanaged => matrices.Rank == 3 ? matrices : matrices.Reshape(CountOf(Batch(matrices)), matrices.Shape[-2], matrices.Shape[-1]);

    /// <summary>What was computed for <see cref="Flat"/> matrices, in the shape of their batch.</summary>
    public static Tensor<T> Shaped<T>(Tensor<T> flat, ReadOnlySpan<int> batch)
        where T : unmanaged => batch.Length == 1 && batch[0] == flat.Shape[0] ? flat : flat.Reshape([.. batch, .. flat.Shape.AsSpan()[1..]]);

    /// <summary>The leading sizes.</summary>
    public static int[] Batch(Tensor matrices) => matrices.Shape.AsSpan()[..^2].ToArray();

    /// <summary>Two batches that broadcast to each other, flat, and the batch that they have in common.</summary>
    public static (Tensor<T> First, Tensor<T> Second, int[] Batch) Broadcast<T>(string operation, Tensor<T> first, Tensor<T> second)
        where T : unmanaged
    {
        var batch = ShapeFunctions.BroadcastSizes(operation, Batch(first), Batch(second));
        return (Flat(Widened(first, batch)), Flat(Widened(second, batch)), batch);
    }

    /// <summary>The words by which an error says which matrix it is about.</summary>
    public static string Element<T>(Tensor<T> matrices, int index)
        where T : unmanaged => matrices.Rank == 2 ? "" : $"(Batch element {index}): ";

    /// <summary>Refuses systems of equations whose sides don't fit.</summary>
    public static void CheckSides(string operation, Tensor a, Tensor b, bool left)
    {
        if (left ? a.Shape[-1] != b.Shape[-2] : a.Shape[-1] != b.Shape[-1])
        {
            throw new ShapeException(
                $"{operation}: Incompatible shapes of A and B for the equation {(left ? "AX = B" : "XA = B")} ({a.Shape[-2]}x{a.Shape[-1]} and {b.Shape[-2]}x{b.Shape[-1]}). " +
                $"Their shapes are {a.Shape} and {b.Shape}.");
        }
    }

    private static Tensor<T> Widened<T>(Tensor<T> matrices, int[] batch)
        where T : unmanaged => matrices.Shape.AsSpan()[..^2].SequenceEqual(batch) ? matrices : matrices.Expand([.. batch, matrices.Shape[-2], matrices.Shape[-1]]);

    private static int CountOf(ReadOnlySpan<int> batch)
    {
        var count = 1;
        foreach (var size in batch)
            count *= size;
        return count;
    }
}
