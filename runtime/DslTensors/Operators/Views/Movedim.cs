namespace DslTensors.Operators;

/// <summary>Moves dimensions to other places, the others keeping their order (PyTorch's <c>movedim</c>); the result is a view.</summary>
/// <param name="input">The tensor.</param>
/// <param name="source">One or several dimensions.</param>
/// <param name="destination">For each, its place in the result.</param>
/// <returns>A view of the same elements.</returns>
/// <exception cref="DimensionException">A dimension is out of range or given twice, or there are more of one than of the other.</exception>
[TensorOp("s... -> move(s, source, destination)", IsView = true)]
public static partial class Movedim
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Dims source, Dims destination)
        where T : unmanaged
    {
        if (source.Count() != destination.Count())
        {
            throw new DimensionException(
                $"movedim: Invalid source or destination dims: source ({source} dims) should contain the same number of dims as destination ({destination} dims). Give a place for each dimension.");
        }

        int[] from = [.. source.Select(dim => Dimension.Wrap(dim, input.Rank))];
        int[] to = [.. destination.Select(dim => Dimension.Wrap(dim, input.Rank))];
        if (from.Distinct().Count() != from.Length)
            throw new DimensionException($"movedim: repeated dim in `source` ({source}). Name each dimension once.");
        if (to.Distinct().Count() != to.Length)
            throw new DimensionException($"movedim: repeated dim in `destination` ({destination}). Name each place once.");
        if (input.Rank == 0)
            return input;
        var rest = new Queue<int>(Enumerable.Range(0, input.Rank).Except(from));
        var order = new int[input.Rank];
        for (var i = 0; i < order.Length; i++)
            order[i] = Array.IndexOf(to, i) is >= 0 and var moved ? from[moved] : rest.Dequeue();
        return input.Permute(order);
    }
}
