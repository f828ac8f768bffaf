namespace DslTensors.Tests.Operators.Fused;

/// <summary>Attention in one kernel gives what the single steps give.</summary>
public class AttentionTests
{
    [Theory]
    [InlineData(1, 1, 1, 1, false)]
    [InlineData(3, 5, 4, 2, true)]
    [InlineData(5, 3, 4, 7, true)]
    [InlineData(17, 33, 20, 18, false)]
    [InlineData(64, 64, 32, 32, true)]
    public void It_is_its_definition(int l, int s, int e, int v, bool isCausal)
    {
        var (q, k, values) = (Samples.Random(1, 2, 3, l, e), Samples.Random(2, 2, 3, s, e), Samples.Random(3, 2, 3, s, v));
        var scores = q.Matmul(k.Transpose(-2, -1)) / Math.Sqrt(e);
        if (isCausal)
            scores = scores.MaskedFill(Tensor.Ones<float>(l, s).Triu(1).Ne(0), double.NegativeInfinity);
        var expected = scores.Softmax(-1).Matmul(values);
        Samples.AssertClose(expected, Tensor.ScaledDotProductAttention(q, k, values, isCausal: isCausal));
        var turned = Tensor.ScaledDotProductAttention(Turned(q), Turned(k), Turned(values), isCausal: isCausal);
        Samples.AssertClose(expected, turned);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void It_has_both_derivatives(bool isCausal)
    {
        Tensor<double>[] inputs = [Samples.Leaf(1, 2, 3, 5), Samples.Leaf(2, 2, 4, 5), Samples.Leaf(3, 2, 4, 2)];
        Assert.True(Autograd.GradCheck(t => Tensor.ScaledDotProductAttention(t[0], t[1], t[2], isCausal: isCausal), inputs));
        Assert.True(Autograd.GradGradCheck(t => Tensor.ScaledDotProductAttention(t[0], t[1], t[2], isCausal: isCausal), inputs));
    }

    // The same numbers, with the heads behind the places in memory, as a layer has them.
    private static Tensor<float> Turned(Tensor<float> x) => x.Transpose(1, 2).Contiguous().Transpose(1, 2);
}
