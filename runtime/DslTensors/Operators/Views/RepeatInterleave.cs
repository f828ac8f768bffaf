namespace DslTensors.Operators;

/// <summary>Each slice along a dimension repeated, one after the other (PyTorch's <c>repeat_interleave</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="repeats">How often.</param>
/// <param name="dim">The dimension; by default the flattened tensor is repeated.</param>
/// <returns>A new tensor.</returns>
/// <exception cref="ShapeException">The number is negative.</exception>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> interleave(s, repeats, dim)")]
public static partial class RepeatInterleave
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int repeats, int? dim = null)
        where T : unmanaged
    {
        if (repeats < 0)
            throw new ShapeException($"repeats can not be negative: repeat_interleave got {repeats}. Give 0 or more.");
        var (whole, at) = dim is { } along ? (input, Dimension.Wrap(along, input.Rank)) : (input.Reshape(-1), 0);
        var (size, sizes) = (whole.Rank == 0 ? 1 : whole.Shape[at], whole.Rank == 0 ? [1] : whole.Shape.ToArray());
        return whole.Reshape(sizes).Unsqueeze(at + 1).Expand([.. sizes[..(at + 1)], repeats, .. sizes[(at + 1)..]]).Reshape([.. sizes[..at], size * repeats, .. sizes[(at + 1)..]]);
    }
}

/// <summary>Each slice along a dimension repeated as often as a number of its own says (PyTorch's <c>repeat_interleave</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="repeats">How often, for each slice; or one number for all.</param>
/// <param name="dim">The dimension; by default the flattened tensor is repeated.</param>
/// <returns>A new tensor.</returns>
/// <exception cref="ShapeException">A number is negative, or there are more or fewer than slices.</exception>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s..., r... -> repeated...", Method = "RepeatInterleave")]
public static partial class RepeatInterleaveEach
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<long> repeats, int? dim = null)
        where T : unmanaged
    {
        if (repeats.Rank > 1)
            throw new ShapeException($"repeats must be 0-dim or 1-dim tensor: repeat_interleave got shape {repeats.Shape}. Flatten it with Reshape(-1).");
        var (whole, at) = dim is { } along ? (input, Dimension.Wrap(along, input.Rank)) : (input.Reshape(-1), 0);
        if (repeats.Count == 1)
            return whole.RepeatInterleave((int)repeats.Reshape(-1)[0].Item(), at);
        if (whole.Rank == 0 || repeats.Count != whole.Shape[at])
            throw new ShapeException($"repeats must have the same size as input along dim: {repeats.Count} numbers for dimension {at} of shape {whole.Shape}. Give one for each slice.");
        return whole.IndexSelect(at, RepeatedPlaces.Apply(repeats, null));
    }
}

/// <summary>The numbers 0, 1, 2, ... each repeated as often as a tensor says (PyTorch's <c>repeat_interleave</c> with one argument).</summary>
/// <param name="repeats">How often, for each number.</param>
/// <returns>The repeated numbers.</returns>
/// <exception cref="ShapeException">A number is negative, or the tensor is no vector.</exception>
[TensorOp("n -> k", Method = "RepeatInterleave", NonDifferentiable = true)]
[ShapeError("repeats", ShapeFault.Rank, "repeat_interleave only accept 1D vector as repeat")]
public static partial class RepeatedPlaces
{
    private static Tensor<long> Compose(Tensor<long> repeats)
    {
        var places = new List<long>();
        foreach (var (place, count) in repeats.ToArray().Index())
        {
            if (count < 0)
                throw new ShapeException($"repeats can not be negative: number {place} is {count}. Give 0 or more.");
            places.AddRange(Enumerable.Repeat((long)place, checked((int)count)));
        }

        return Tensor.From<long>([.. places]).To(repeats.Device);
    }
}
