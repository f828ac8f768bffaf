using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Where each number would stand in a sorted line (PyTorch's <c>searchsorted</c>).</summary>
/// <param name="sortedSequence">The lines, in rising order along the last dimension: one, or as many as <paramref name="input"/> has.</param>
/// <param name="input">The numbers.</param>
/// <param name="right">Behind equal numbers; otherwise before them.</param>
/// <param name="side"><c>"left"</c> or <c>"right"</c>: another way to say <paramref name="right"/>.</param>
/// <param name="sorter">The order that sorts the lines, where they are not sorted themselves.</param>
/// <returns>The places, in the shape of <paramref name="input"/>.</returns>
/// <exception cref="ShapeException">The leading sizes differ.</exception>
/// <exception cref="TensorException"><paramref name="side"/> is another word.</exception>
[TensorOp("s..., i..., o...? -> i...", NonDifferentiable = true)]
public static partial class Searchsorted
{
    private static Tensor<long> Compose<T>(Tensor<T> sortedSequence, Tensor<T> input, bool right = false, string? side = null, Tensor<long>? sorter = null)
        where T : unmanaged, INumber<T>
    {
        if (side is not (null or "left" or "right"))
            throw new TensorException($"searchsorted(): side can only be 'left' or 'right' but got {side}.");
        right |= side == "right";
        if (sortedSequence.Rank == 0)
            throw new ShapeException($"searchsorted(): input value can be a scalar only when boundaries tensor dimension is 1, but we got boundaries tensor dim(0). The sequence has shape {sortedSequence.Shape}.");
        if (sortedSequence.Rank > 1 && (input.Rank != sortedSequence.Rank || !input.Shape.AsSpan()[..^1].SequenceEqual(sortedSequence.Shape.AsSpan()[..^1])))
            throw new ShapeException($"searchsorted(): boundaries tensor should be 1 dimension or the first N-1 dimensions of boundaries tensor and input value tensor must match, but we got boundaries tensor {sortedSequence.Shape} and input value tensor {input.Shape}.");
        var (lines, numbers) = ((sorter is null ? sortedSequence : sortedSequence.Gather(-1, sorter)).ToArray(), input.ToArray());
        var length = sortedSequence.Shape[-1];
        var perLine = sortedSequence.Rank == 1 ? Math.Max(1, numbers.Length) : Math.Max(1, input.Shape[-1]);
        var places = new long[numbers.Length];
        for (var i = 0; i < places.Length; i++)
            places[i] = Place(lines.AsSpan(i / perLine * length, length), numbers[i], right);
        return Tensor.From(places).Reshape(input.Shape.ToArray());
    }

    // NaN stands behind all numbers.
    private static int Place<T>(ReadOnlySpan<T> line, T number, bool right)
        where T : unmanaged, INumber<T>
    {
        var (from, to) = (0, line.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            var isBefore = right ? !(line[middle] > number) : !(line[middle] >= number);
            if (isBefore)
                from = middle + 1;
            else
                to = middle;
        }

        return from;
    }
}

/// <summary>Where a number would stand in a sorted vector (PyTorch's <c>searchsorted</c> of a number).</summary>
/// <param name="sortedSequence">The vector, in rising order.</param>
/// <param name="input">The number.</param>
/// <param name="right">Behind equal numbers; otherwise before them.</param>
/// <returns>The place, a scalar.</returns>
/// <exception cref="ShapeException">The sequence is no vector.</exception>
[TensorOp("n -> ", Method = "Searchsorted", NonDifferentiable = true)]
public static partial class SearchsortedNumber
{
    private static Tensor<long> Compose<T>(Tensor<T> sortedSequence, Scalar input, bool right = false)
        where T : unmanaged, INumber<T> => sortedSequence.Searchsorted(ScalarTensor.Like(sortedSequence, input).To(sortedSequence.Device).Reshape(1), right).Reshape();
}
