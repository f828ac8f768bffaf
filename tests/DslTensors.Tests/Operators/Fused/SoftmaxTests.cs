namespace DslTensors.Tests.Operators.Fused;

/// <summary>Softmax along every dimension, with rests after whole vectors.</summary>
public class SoftmaxTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(35)]
    public void Every_dimension_gives_the_definition(int count)
    {
        var x = Samples.Random(1, 3, count, 37) * 20;
        for (var dim = 0; dim < 3; dim++)
        {
            var exponentials = (x - x.Amax(dim, keepDim: true)).Exp();
            var expected = exponentials / exponentials.Sum(dim, keepDim: true);
            Samples.AssertClose(expected, x.Softmax(dim), 1e-6);
            Samples.AssertClose(x.Softmax(dim), x.LogSoftmax(dim).Exp(), 1e-5);
        }
    }

    [Fact]
    public void Every_dimension_has_both_derivatives()
    {
        for (var dim = -2; dim < 0; dim++)
        {
            Assert.True(Autograd.GradCheck(t => t.Softmax(dim), Samples.Leaf(1, 3, 19)));
            Assert.True(Autograd.GradCheck(t => t.LogSoftmax(dim), Samples.Leaf(1, 3, 19)));
            Assert.True(Autograd.GradGradCheck(t => t.Softmax(dim), Samples.Leaf(1, 3, 19)));
            Assert.True(Autograd.GradGradCheck(t => t.LogSoftmax(dim), Samples.Leaf(1, 3, 19)));
        }
    }

    [Fact]
    public void Minus_infinity_has_no_probability_at_all()
    {
        var x = Tensor.Zeros(2, 21).MaskedFill(Tensor.Arange<long>(0, 21).Gt(4), double.NegativeInfinity);
        Assert.Equal<float[]>([.. Enumerable.Repeat(0.2f, 5), .. new float[16]], [.. x.Softmax(1)[0]]);
    }
}
