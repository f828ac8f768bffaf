using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The product of two labelled tensors, summed over the labels that nothing needs any more.</summary>
internal static class EinsumPair
{
    /// <summary>Labels of both are batches where they are needed and sums where not; the others are rows and columns: a batch of matrix products.</summary>
    public static LabelledTensor<T> Contract<T>(LabelledTensor<T> left, LabelledTensor<T> right, string needed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (left, right) = (left.Fitting(right), right.Fitting(left));
        (left, right) = (left.Keep(right.Labels + needed), right.Keep(left.Labels + needed));
        var batch = Where(left.Labels, label => right.Labels.Contains(label) && needed.Contains(label));
        var summed = Where(left.Labels, label => right.Labels.Contains(label) && !needed.Contains(label));
        var rows = Where(left.Labels, label => !right.Labels.Contains(label));
        var columns = Where(right.Labels, label => !left.Labels.Contains(label));
        if (summed.Length == 0 || (rows.Length == 0 && columns.Length == 0))
        {
            var all = batch + rows + columns + summed;
            return new LabelledTensor<T>(left.Ordered(all).Tensor * right.Ordered(all).Tensor, all).Keep(batch + rows + columns);
        }

        var product = Matrices(left, batch, rows, summed).Bmm(Matrices(right, batch, summed, columns));
        int[] sizes = [.. batch.Select(left.Size), .. rows.Select(left.Size), .. columns.Select(right.Size)];
        return new LabelledTensor<T>(product.Reshape(sizes), batch + rows + columns);
    }

    private static Tensor<T> Matrices<T>(LabelledTensor<T> tensor, string batch, string rows, string columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int Count(string labels) => labels.Aggregate(1, (count, label) => count * tensor.Size(label));
        return tensor.Ordered(batch + rows + columns).Tensor.Reshape(Count(batch), Count(rows), Count(columns));
    }

    private static string Where(string labels, Func<char, bool> condition) => new([.. labels.Where(condition)]);
}
