using DslTensors;

namespace Digits.Input;

/// <summary>Images of digits with the digits they show, and the line of the file where each stands, counted from 1.</summary>
sealed record DigitSet([property: Shape("n 64")] Tensor<float> Images, [property: Shape("n")] Tensor<long> Labels, [property: Shape("n")] Tensor<long> Rows)
{
    // The same digits are tested whatever the seed of the training, so that accuracies can be compared.
    const int SplitSeed = 0;
    const double TrainingShare = 0.8;

    public int Count => Labels.Shape[0];

    /// <summary>Four fifths to train on and the rest to test with, drawn at random but always the same.</summary>
    public (DigitSet Training, DigitSet Test) Split()
    {
        int training = (int)(Count * TrainingShare);
        var parts = Dataset.Of(Images, Labels, Rows).RandomSplit([training, Count - training], SplitSeed);
        return (Whole(parts[0]), Whole(parts[1]));
    }

    /// <summary>All digits once in each epoch, in random order, in batches of which the last may be smaller.</summary>
    public DataLoader<(Tensor<float> Images, Tensor<long> Labels)> ShuffledBatches(int size) =>
        DataLoader.Of(Dataset.Of(Images, Labels), batchSize: size, shuffle: true);

    static DigitSet Whole(Dataset<(Tensor<float>, Tensor<long>, Tensor<long>)> part)
    {
        var (images, labels, rows) = DataLoader.Of(part, batchSize: part.Count).Single();
        return new(images, labels, rows);
    }
}
