using DslTensors;

namespace Digits.Input;

/// <summary>Images of digits with the digits they show, and the row of the file where each stands, counted from 1.</summary>
sealed record DigitSet([property: Shape("n 64")] Tensor<float> Images, [property: Shape("n")] Tensor<long> Labels, [property: Shape("n")] Tensor<long> Rows)
{
    // The same digits are tested whatever the seed of the training, so that accuracies can be compared.
    const int SplitSeed = 0;
    const double TrainingShare = 0.8;

    public int Count => Labels.Shape[0];

    public static DigitSet From(DigitRows rows)
    {
        int count = rows.Labels.Length;
        return new(Tensor.From(rows.Pixels, count, DigitRow.Pixels), Tensor.From(rows.Labels), Tensor.Arange<long>(1, count + 1));
    }

    /// <summary>The digits at these positions.</summary>
    public DigitSet Select(Tensor<long> ids) => new(Images.IndexSelect(0, ids), Labels.IndexSelect(0, ids), Rows.IndexSelect(0, ids));

    /// <summary>Four fifths to train on and the rest to test with, drawn at random but always the same.</summary>
    public (DigitSet Training, DigitSet Test) Split()
    {
        Tensor.ManualSeed(SplitSeed);
        var order = Tensor.Randperm(Count);
        int training = (int)(Count * TrainingShare);
        return (Select(order[..training]), Select(order[training..]));
    }

    /// <summary>All digits once, in random order, in batches of which the last may be smaller.</summary>
    public IEnumerable<DigitSet> ShuffledBatches(int size)
    {
        var order = Tensor.Randperm(Count);
        for (int start = 0; start < Count; start += size)
            yield return Select(order[start..Math.Min(start + size, Count)]);
    }
}
