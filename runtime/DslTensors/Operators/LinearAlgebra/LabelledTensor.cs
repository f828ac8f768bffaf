using System.Numerics;

namespace DslTensors.Operators;

/// <summary>A tensor with a label for each dimension, all different.</summary>
internal readonly record struct LabelledTensor<T>(Tensor<T> Tensor, string Labels)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>A tensor whose labels may repeat: only the elements with equal indices there are taken.</summary>
    public static LabelledTensor<T> Of(Tensor<T> tensor, string labels)
    {
        for (var at = 0; at < labels.Length; at++)
        {
            while (labels.IndexOf(labels[at], at + 1) is >= 0 and var again)
            {
                // The diagonal is the last dimension of its view; it goes where the label stood first.
                tensor = tensor.Diagonal(0, at, again);
                labels = labels.Remove(again, 1);
                var order = Enumerable.Range(0, tensor.Rank - 1).ToList();
                order.Insert(at, tensor.Rank - 1);
                tensor = tensor.Permute([.. order]);
            }
        }

        return new LabelledTensor<T>(tensor, labels);
    }

    public int Size(char label) => Tensor.Shape[Labels.IndexOf(label)];

    /// <summary>The sum over all dimensions but those with the given labels.</summary>
    public LabelledTensor<T> Keep(string labels)
    {
        var own = Labels;
        int[] summed = [.. Enumerable.Range(0, own.Length).Where(dim => !labels.Contains(own[dim]))];
        return summed.Length == 0 ? this : new LabelledTensor<T>(Tensor.Sum(summed), new string([.. own.Where(labels.Contains)]));
    }

    /// <summary>Without the dimensions of size 1 that another tensor has in another size: these broadcast.</summary>
    public LabelledTensor<T> Fitting(LabelledTensor<T> other)
    {
        var (tensor, labels) = (Tensor, Labels);
        foreach (var label in Labels)
        {
            if (!other.Labels.Contains(label) || Size(label) != 1 || other.Size(label) == 1)
                continue;
            tensor = tensor.Squeeze(labels.IndexOf(label));
            labels = labels.Remove(labels.IndexOf(label), 1);
        }

        return new LabelledTensor<T>(tensor, labels);
    }

    /// <summary>The dimensions in the order of the labels; those that it lacks are there with size 1.</summary>
    public LabelledTensor<T> Ordered(string labels)
    {
        if (labels == Labels)
            return this;
        var own = Labels;
        var tensor = Tensor.Permute([.. labels.Where(own.Contains).Select(label => own.IndexOf(label))]);
        for (var at = 0; at < labels.Length; at++)
        {
            if (!own.Contains(labels[at]))
                tensor = tensor.Unsqueeze(at);
        }

        return new LabelledTensor<T>(tensor, labels);
    }
}
