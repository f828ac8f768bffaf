namespace DslTensors.Tests.Modules.Layers;

/// <summary>What recurrent layers and attention refuse, in PyTorch's words and with the shapes.</summary>
public class SequenceLayerErrorTests
{
    [Fact]
    public void Inputs_of_recurrent_layers_are_checked()
    {
        var lstm = new Lstm(3, 4, numLayers: 2);
        Expect("input must have 3 dimensions, got 1", () => lstm.Forward(Tensor.Ones(3)));
        Expect("input.size(-1) must be equal to input_size. Expected 3, got 5: the input is [2, 1, 5].", () => lstm.Forward(Tensor.Ones(2, 1, 5)));
        Expect("Expected sequence length to be larger than 0 in RNN", () => lstm.Forward(Tensor.Ones(0, 1, 3)));
        Expect("Expected hidden[0] size [2, 1, 4], got [1, 1, 4].", () => lstm.Forward(Tensor.Ones(5, 1, 3), (Tensor.Ones(1, 1, 4), Tensor.Ones(2, 1, 4))));
        Expect("Expected hidden[1] size [2, 1, 4], got [2, 1, 3].", () => lstm.Forward(Tensor.Ones(5, 1, 3), (Tensor.Ones(2, 1, 4), Tensor.Ones(2, 1, 3))));
        Expect("For batched 3-D input, hx and cx should also be 3-D but got 2-D tensor", () => lstm.Forward(Tensor.Ones(5, 1, 3), (Tensor.Ones(2, 4), Tensor.Ones(2, 4))));
        Expect("For unbatched 2-D input, hx should also be 2-D but got 3-D tensor", () => new Gru(3, 4).Forward(Tensor.Ones(5, 3), Tensor.Ones(1, 1, 4)));
        Expect("LSTMCell: Expected input to be 1-D or 2-D but received 3-D tensor.", () => new LstmCell(3, 4).Forward(Tensor.Ones(1, 1, 3)));
    }

    [Fact]
    public void Options_are_checked()
    {
        Expect("dropout should be a number in range [0, 1]", () => new Gru(3, 4, dropout: 1.5));
        Expect("proj_size has to be smaller than hidden_size", () => new Lstm(3, 4, projSize: 4));
        Expect("num_layers must be greater than zero", () => new Rnn(3, 4, numLayers: 0));
        Expect("Unknown nonlinearity: gelu", () => new Rnn(3, 4, nonlinearity: "gelu"));
        Expect("embed_dim must be divisible by num_heads. 5 is no multiple of 2.", () => new MultiheadAttention(5, 2));
    }

    [Fact]
    public void Inputs_of_attention_are_checked()
    {
        var attention = new MultiheadAttention(4, 2);
        var (q, k) = (Tensor.Ones(3, 2, 4), Tensor.Ones(5, 2, 4));
        Expect("query should be unbatched 2D or batched 3D tensor but received 4-D query tensor", () => attention.Forward(q.Unsqueeze(0), k, k));
        Expect("For batched (3-D) `query`, expected `key` and `value` to be 3-D but found 2-D and 3-D tensors", () => attention.Forward(q, Tensor.Ones(5, 4), k));
        Expect("was expecting embedding dimension of 4, but got 6", () => attention.Forward(Tensor.Ones(3, 2, 6), k, k));
        Expect("key's sequence and batch dims [5, 2] do not match value's [4, 2].", () => attention.Forward(q, k, Tensor.Ones(4, 2, 4)));
        Expect("The shape of the 2D attn_mask is [3, 3], but should be [3, 5].", () => attention.Forward(q, k, k, attnMask: Tensor.Ones(3, 3)));
        Expect("The shape of the 3D attn_mask is [2, 3, 5], but should be [4, 3, 5].", () => attention.Forward(q, k, k, attnMask: Tensor.Ones(2, 3, 5)));
        Expect("expecting key_padding_mask shape of [2, 5], but got [5, 2]", () => attention.Forward(q, k, k, keyPaddingMask: Tensor.Ones(5, 2).Gt(2)));
    }

    [Fact]
    public void A_causal_mask_hides_what_comes_later()
    {
        var attention = new MultiheadAttention(4, 2);
        var x = Tensor.Rand(3, 1, 4);
        var weights = attention.Forward(x, x, x, attnMask: AttentionMask<float>.Causal(3)).AttnWeights!;
        Assert.Equal(0, weights.Triu(1).Abs().Sum().Item());
        Assert.True(weights.Sum(-1).Allclose(Tensor.Ones(1, 3)));
    }

    [Fact]
    public void Modules_find_their_members_by_name()
    {
        var model = new Sequential(new Linear(3, 4), new Relu());
        Assert.Same(model.Parameters().First(), model.GetParameter("0.weight"));
        Assert.Same(model[1], model.GetSubmodule("1"));
        Assert.Same(model, model.GetSubmodule(""));
        Assert.Equal("Linear has no parameter `wight`. It has weight, bias.", Assert.Throws<TensorException>(() => model.GetParameter("0.wight")).Message);
        Assert.Equal("Sequential has no submodule `2`. It has 0, 1.", Assert.Throws<TensorException>(() => model.GetParameter("2.weight")).Message);
        Assert.Equal("Relu has no buffer `mean`. It has no buffer at all.", Assert.Throws<TensorException>(() => model.GetBuffer("1.mean")).Message);
    }

    [Fact]
    public void A_recurrent_layer_is_copied_and_converted()
    {
        var gru = new Gru(3, 4, numLayers: 2, bidirectional: true).Eval();
        var x = Tensor.Rand(5, 2, 3);
        var expected = gru.Forward(x).Output;

        var copy = gru.Clone();
        var wide = gru.To<double>();
        Assert.Equal(gru.StateDict().Keys, wide.StateDict().Keys);
        Assert.True(wide.Forward(x.To<double>()).Output.To<float>().Allclose(expected, atol: 1e-6));
        using (Autograd.NoGrad())
            gru.GetParameter("weight_ih_l0").As<float>().ZeroInPlace();
        Assert.True(copy.Forward(x).Output.Equal(expected));
        Assert.False(gru.Forward(x).Output.Equal(expected));
    }

    [Fact]
    public void A_transformer_is_copied_and_converted()
    {
        var model = new Transformer(4, 2, 1, 1, 6).Eval();
        var (src, tgt) = (Tensor.Rand(5, 2, 4), Tensor.Rand(3, 2, 4));
        var expected = model.Forward(src, tgt);
        Assert.True(model.Clone().Forward(src, tgt).Equal(expected));
        Expect("the batch number of src and tgt must be equal", () => model.Forward(src, Tensor.Rand(3, 1, 4)));
        Expect("the feature number of src and tgt must be equal to d_model", () => model.Forward(src, Tensor.Rand(3, 2, 5)));
    }

    private static void Expect(string message, Func<object?> action) =>
        Assert.Contains(message, Assert.ThrowsAny<TensorException>(action).Message, StringComparison.Ordinal);
}
