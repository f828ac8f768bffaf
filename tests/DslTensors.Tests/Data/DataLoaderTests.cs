namespace DslTensors.Tests.Data;

public class DataLoaderTests
{
    private static readonly Dataset<Tensor<int>> s_numbers = Dataset.Of<int>([.. Enumerable.Range(0, 10)]);

    [Theory]
    [InlineData(false, 3, 2)]
    [InlineData(true, 2, 4)]
    public void Batches_cover_the_dataset_in_order(bool dropLast, int count, int last)
    {
        var loader = DataLoader.Of(s_numbers, batchSize: 4, dropLast: dropLast);
        Assert.Equal(count, loader.Count);
        var batches = loader.ToList();
        Assert.Equal(count, batches.Count);
        Assert.Equal([0, 1, 2, 3], batches[0].ToArray());
        Assert.Equal(last, batches[^1].Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public async Task Orders_of_a_seed_are_PyTorchs_however_batches_are_made(int prefetch)
    {
        var loader = DataLoader.Of(s_numbers, batchSize: 4, shuffle: true, seed: 7, prefetch: prefetch);
        Assert.Equal([1, 3, 5, 7, 9, 4, 6, 2, 8, 0], loader.SelectMany(batch => batch.ToArray()));
        var second = new List<int>();
        await foreach (var batch in loader)
            second.AddRange(batch.ToArray());
        Assert.Equal([5, 1, 6, 0, 9, 7, 8, 4, 3, 2], second);
    }

    [Fact]
    public void An_epoch_that_is_left_early_does_not_change_the_next()
    {
        var loader = DataLoader.Of(s_numbers, batchSize: 4, shuffle: true, seed: 7);
        Assert.Equal([1, 3, 5, 7], loader.First().ToArray());
        Assert.Equal([5, 1, 6, 0], loader.First().ToArray());
    }

    [Fact]
    public void Subsets_and_splits_are_parts()
    {
        Assert.Equal([9, 0, 9], DataLoader.Of(s_numbers.Subset([9, 0, 9]), batchSize: 3).First().ToArray());
        var parts = s_numbers.RandomSplit([7, 3], seed: 5);
        Assert.Equal([1, 4, 9, 6, 3, 5, 0], All(parts[0]));
        Assert.Equal([2, 8, 7], All(parts[1]));
        var shares = s_numbers.RandomSplit([0.55, 0.45], seed: 5);
        Assert.Equal([6, 4], shares.Select(part => part.Count));
        Assert.StartsWith("Sum of input lengths does not equal the length of the input dataset!", Assert.Throws<TensorException>(() => s_numbers.RandomSplit([7, 4])).Message);
        Assert.Throws<TensorException>(() => s_numbers.RandomSplit([0.5, 0.4]));
        Assert.StartsWith("index 10 is out of range for a dataset with 10 examples.", Assert.Throws<DimensionException>(() => s_numbers.Subset([10])).Message);

        static int[] All(Dataset<Tensor<int>> part) => DataLoader.Of(part, batchSize: 10).First().ToArray();
    }

    [Fact]
    public void Weights_draw_as_in_PyTorch()
    {
        double[] weights = [0.1, 0, 3, 1, 0.5];
        Assert.Equal([2, 2, 2, 2, 2, 3], new WeightedRandomSampler(weights, 6, seed: 5).DrawOrder());
        Assert.Equal([2, 3, 4, 0], new WeightedRandomSampler(weights, 4, replacement: false, seed: 5).DrawOrder());
        var loader = DataLoader.Of(s_numbers, new WeightedRandomSampler(Enumerable.Range(0, 10).Select(i => i == 3 ? 1.0 : 0), 5), batchSize: 2);
        Assert.Equal([3, 3, 3, 3, 3], loader.SelectMany(batch => batch.ToArray()));
        Assert.Equal(3, loader.Count);
        Assert.Throws<TensorException>(() => new WeightedRandomSampler(weights, 5, replacement: false));
        Assert.Throws<TensorException>(() => new WeightedRandomSampler([0, 0], 5));
        Assert.Throws<TensorException>(() => new WeightedRandomSampler([1, -1], 5));
    }

    [Fact]
    public void Tensors_and_pairs_collate_by_themselves()
    {
        var images = Tensor.Arange<float>(0, 12).Reshape(6, 2);
        var labels = Tensor.Arange<long>(0, 6);
        var (x, y) = DataLoader.Of(Dataset.Of(images, labels), batchSize: 4).Last();
        Assert.Equal([2, 2], x.Shape.ToArray());
        Assert.Equal([8f, 9, 10, 11], x.ToArray());
        Assert.Equal([4L, 5], y.ToArray());

        List<(Tensor<float>, int)> pairs = [(images[0], 3), (images[1], 4)];
        var (stacked, numbers) = DataLoader.Of(Dataset.Of(pairs), batchSize: 2).Single();
        Assert.Equal([0f, 1, 2, 3], stacked.ToArray());
        Assert.Equal([3, 4], numbers.ToArray());

        List<(Tensor<float>, Tensor<long>)> tensors = [(images[0], labels[..2]), (images[1], labels[2..4])];
        var (_, second) = DataLoader.Of(Dataset.Of(tensors), batchSize: 2).Single();
        Assert.Equal([2, 2], second.Shape.ToArray());
        Assert.Equal([0L, 1, 2, 3], second.ToArray());
        Assert.Equal([2, 2], DataLoader.Of(Dataset.Of([images[0], images[1]]), batchSize: 2).Single().Shape.ToArray());
        Assert.Equal("0+1", DataLoader.Of(Dataset.Of(["0", "1"], (IReadOnlyList<string> items) => string.Join('+', items)), batchSize: 2).Single());
        Assert.Equal(6, DataLoader.Of(Dataset.Of(images, labels, labels)).Count);
    }

    [Fact]
    public void Mistakes_are_named()
    {
        Assert.StartsWith("Size mismatch between tensors", Assert.Throws<ShapeException>(() => Dataset.Of(Tensor.Ones(3, 2), Tensor.Ones(2))).Message);
        Assert.Throws<ShapeException>(() => Dataset.Of(Tensor.Ones()));
        Assert.StartsWith("batch_size should be a positive integer value, but got batch_size=0.", Assert.Throws<TensorException>(() => DataLoader.Of(s_numbers, batchSize: 0)).Message);
        Assert.Throws<TensorException>(() => DataLoader.Of(s_numbers, prefetch: -1));
        Assert.Empty(DataLoader.Of(s_numbers.Subset([]), prefetch: 1));
    }
}
