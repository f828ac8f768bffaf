namespace DslTensors.Tests.Modules.Layers;

/// <summary>What layers refuse, in PyTorch's words.</summary>
public class LayerErrorTests
{
    public static TheoryData<string, Action> Refused => new()
    {
        { "dropout probability has to be between 0 and 1, but got 1.5", () => _ = new Dropout(1.5) },
        { "dropout probability has to be between 0 and 1, but got -0.5", () => _ = new AlphaDropout(-0.5) },
        { "Expected more than 1 value per channel when training, got input size [1, 3]", () => new BatchNorm1d(3).Forward(Tensor.Ones(1, 3)) },
        { "expected 2D or 3D input (got 4D input)", () => new BatchNorm1d(3).Forward(Tensor.Ones(1, 3, 2, 2)) },
        { "expected 4D input (got 3D input)", () => new BatchNorm2d(3).Forward(Tensor.Ones(1, 3, 2)) },
        { "expected 5D input (got 4D input)", () => new BatchNorm3d(3).Forward(Tensor.Ones(1, 3, 2, 2)) },
        { "expected 2D or 3D input (got 4D input)", () => new InstanceNorm1d(3).Forward(Tensor.Ones(1, 3, 2, 2)) },
        { "expected 3D or 4D input (got 5D input)", () => new InstanceNorm2d(3).Forward(Tensor.Ones(1, 3, 2, 2, 2)) },
        { "num_channels must be divisible by num_groups", () => _ = new GroupNorm(2, 3) },
        { "Given normalized_shape=[4], expected input with shape [*, 4], but got input of size[2, 3]", () => new LayerNorm(4).Forward(Tensor.Ones(2, 3)) },
        { "Given normalized_shape=[4], expected input with shape [*, 4], but got input of size[2, 3]", () => new RmsNorm(4).Forward(Tensor.Ones(2, 3)) },
        { "groups must be a positive integer", () => _ = new Conv2d(2, 2, 3, groups: 0) },
        { "in_channels must be divisible by groups", () => _ = new Conv2d(3, 2, 3, groups: 2) },
        { "out_channels must be divisible by groups", () => _ = new ConvTranspose2d(2, 3, 3, groups: 2) },
        { "padding='same' is not supported for strided convolutions", () => _ = new Conv1d(1, 1, 3, stride: 2, padding: "same") },
        { "Only \"zeros\" padding mode is supported for ConvTranspose1d", () => _ = new ConvTranspose1d(1, 1, 3, paddingMode: PadMode.Reflect) },
        { "Given groups=1, weight of size [4, 1, 3, 3], expected input[2, 3, 8, 8] to have 1 channels, but got 3 channels instead", () => new Conv2d(1, 4, 3).Forward(Tensor.Ones(2, 3, 8, 8)) },
        { "requested an output size of [9], but valid sizes range from [7] to [8] (for an input of [1, 3])", () => new ConvTranspose1d(1, 1, 3, stride: 2).Forward(Tensor.Ones(1, 3), [9]) },
        { "ConvTranspose1D: for 2D input, output_size must have 1 or 2 elements (got 3)", () => new ConvTranspose1d(1, 1, 3).Forward(Tensor.Ones(1, 3), [1, 1, 5]) },
        { "Padding_idx must be within num_embeddings", () => _ = new Embedding(3, 2, paddingIdx: 3) },
        { "Shape of weight does not match num_embeddings and embedding_dim", () => _ = new Embedding(3, 2, weight: Tensor.Ones(2, 3)) },
        { "Embeddings parameter is expected to be 2-dimensional", () => Embedding.FromPretrained(Tensor.Ones(3)) },
        { "index out of range in self", () => new Embedding(3, 2).Forward(Tensor.From([3L])) },
        { "Softmax2d requires a 3D or 4D tensor as input", () => new Softmax2d().Forward(Tensor.Ones(2, 3)) },
        { "ZeroDivisionError: alpha cannot be 0 for CELU", () => new Celu(0).Forward(Tensor.Ones(3)) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Says_what_PyTorch_says(string sentence, Action action) =>
        Assert.StartsWith(sentence, Assert.ThrowsAny<TensorException>(action).Message, StringComparison.Ordinal);

    [Fact]
    public void A_transposed_convolution_gives_the_size_that_is_asked_for()
    {
        var layer = new ConvTranspose2d(1, 2, 3, stride: 2, padding: 1);
        var x = Tensor.Ones(1, 1, 3, 4);
        Assert.Equal([1, 2, 5, 7], layer.Forward(x).Shape);
        Assert.Equal([1, 2, 6, 7], layer.Forward(x, [6, 7]).Shape);
        Assert.Equal([1, 2, 6, 8], layer.Forward(x, [1, 2, 6, 8]).Shape);
    }

    [Fact]
    public void Pretrained_vectors_are_shared_and_frozen()
    {
        var vectors = Tensor.From(new float[,] { { 1, 2 }, { 3, 4 } });
        var layer = Embedding.FromPretrained(vectors);
        Assert.Equal([3, 4, 1, 2], layer.Forward(Tensor.From([1L, 0L])).ToArray());
        Assert.False(layer.Weight.RequiresGrad);
        Assert.False(vectors.RequiresGrad);
        vectors.MulInPlace(2);
        Assert.Equal([2, 4, 6, 8], layer.Weight.ToArray());
        Assert.True(Embedding.FromPretrained(vectors, freeze: false).Weight.RequiresGrad);
    }

    [Fact]
    public void Pooling_can_tell_the_places()
    {
        var (values, indices) = new MaxPool1d(2).ForwardWithIndices(Tensor.From([1f, 5f, 4f, 2f]).Reshape(1, 4));
        Assert.Equal([5, 4], values.ToArray());
        Assert.Equal([1, 2], indices.ToArray());
        var (largest, places) = new AdaptiveMaxPool2d(1).ForwardWithIndices(Tensor.From([1f, 5f, 4f, 2f]).Reshape(1, 2, 2));
        Assert.Equal([5], largest.ToArray());
        Assert.Equal([1], places.ToArray());
    }
}
