namespace DslTensors;

/// <summary>Dimension arguments: negative ones count from the end.</summary>
public static class Dimension
{
    /// <summary>The dimension as an index from 0.</summary>
    /// <param name="dim">The argument, from -<paramref name="rank"/> to <paramref name="rank"/> - 1. A scalar takes -1 and 0.</param>
    /// <param name="rank">The number of dimensions.</param>
    /// <exception cref="DimensionException">The dimension is out of range.</exception>
    public static int Wrap(int dim, int rank)
    {
        var limit = Math.Max(rank, 1);
        if (dim >= limit || dim < -limit)
            throw new DimensionException($"Dimension out of range (expected to be in range of [{-limit}, {limit - 1}], but got {dim})");
        return dim < 0 ? dim + limit : dim;
    }
}
