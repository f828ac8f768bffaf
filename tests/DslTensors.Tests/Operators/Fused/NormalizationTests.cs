namespace DslTensors.Tests.Operators.Fused;

/// <summary>Normalizations in one kernel give what their definitions give, at sizes with and without a rest after whole vectors.</summary>
public class NormalizationTests
{
    [Theory]
    [InlineData(3, 1)]
    [InlineData(5, 7)]
    [InlineData(4, 32)]
    [InlineData(40, 131)]
    [InlineData(3, 9000)]
    public void Layer_norm_is_its_definition(int rows, int count)
    {
        var (x, w, b) = (Random(1, rows, count), Random(2, count), Random(3, count));
        var expected = ((x - x.Mean(1, keepDim: true)) / (x.Var(1, 0, keepDim: true) + 1e-5).Sqrt() * w) + b;
        AssertClose(expected, x.LayerNorm([count], w, b));
        AssertClose(expected, x.Transpose(0, 1).Contiguous().Transpose(0, 1).LayerNorm([count], w, b));
    }

    [Theory]
    [InlineData(4, 5)]
    [InlineData(2, 37)]
    [InlineData(70, 33)]
    public void Layer_norm_has_both_derivatives(int rows, int count)
    {
        Tensor<double>[] inputs = [Leaf(1, rows, count), Leaf(2, count), Leaf(3, count)];
        Assert.True(Autograd.GradCheck(t => t[0].LayerNorm([count], t[1], t[2]), inputs, atol: 1e-4));
        Assert.True(Autograd.GradCheck(t => t.LayerNorm([count]), inputs[0], atol: 1e-4));
        if (rows < 10)
            Assert.True(Autograd.GradGradCheck(t => t[0].LayerNorm([count], t[1], t[2]), inputs, atol: 1e-3));
    }

    [Theory]
    [InlineData(5, 3, 1)]
    [InlineData(3, 2, 5)]
    [InlineData(2, 3, 40)]
    public void Batch_norm_has_both_derivatives(int batch, int channels, int length)
    {
        Tensor<double>[] inputs = [Leaf(1, batch, channels, length), Leaf(2, channels), Leaf(3, channels)];
        Assert.True(Autograd.GradCheck(t => t[0].BatchNorm(null, null, t[1], t[2], training: true), inputs, atol: 1e-4));
        Assert.True(Autograd.GradGradCheck(t => t[0].BatchNorm(null, null, t[1], t[2], training: true), inputs, atol: 1e-3));
    }

    [Fact]
    public void Batch_norm_with_running_statistics_has_both_derivatives()
    {
        var (mean, variance) = (Random(4, 3).To<double>(), Random(5, 3).To<double>().Abs() + 0.5);
        foreach (var length in (int[])[1, 4])
        {
            Tensor<double>[] inputs = [Leaf(1, 4, 3, length), Leaf(2, 3), Leaf(3, 3)];
            Assert.True(Autograd.GradCheck(t => t[0].BatchNorm(mean, variance, t[1], t[2]), inputs, atol: 1e-4));
            Assert.True(Autograd.GradGradCheck(t => t[0].BatchNorm(mean, variance, t[1], t[2]), inputs, atol: 1e-3));
        }
    }

    [Fact]
    public void Batch_norm_of_vectors_is_that_of_images_of_one_pixel()
    {
        var (x, w, b) = (Random(1, 70, 37), Random(2, 37), Random(3, 37));
        var expected = ((x - x.Mean(0)) / (x.Var(0, 0) + 1e-5).Sqrt() * w) + b;
        AssertClose(expected, x.BatchNorm(null, null, w, b, training: true));
        AssertClose(expected, x.BatchNorm(x.Mean(0), x.Var(0, 0), w, b));
        AssertClose(expected, x.Reshape(70, 37, 1, 1).BatchNorm(null, null, w, b, training: true).Reshape(70, 37));
    }

    [Fact]
    public void The_bits_are_the_same_for_any_number_of_threads()
    {
        var (x, w, b) = (Random(1, 300, 257), Random(2, 257), Random(3, 257));
        var before = DslTensors.Cpu.Parallelism.Threads;
        try
        {
            DslTensors.Cpu.Parallelism.Threads = 1;
            var alone = Gradients();
            DslTensors.Cpu.Parallelism.Threads = 3;
            Assert.Equal(alone, Gradients());
        }
        finally
        {
            DslTensors.Cpu.Parallelism.Threads = before;
        }

        float[] Gradients()
        {
            Tensor<float>[] leaves = [Samples.Leaf(x), Samples.Leaf(w), Samples.Leaf(b)];
            leaves[0].LayerNorm([257], leaves[1], leaves[2]).Softmax(1).Backward(x);
            return [.. leaves[0].Grad!, .. leaves[1].Grad!, .. leaves[2].Grad!];
        }
    }

    private static Tensor<float> Random(int seed, params int[] shape) => Samples.Random(seed, shape);

    private static Tensor<double> Leaf(int seed, params int[] shape) => Samples.Leaf(seed, shape);

    private static void AssertClose(Tensor<float> expected, Tensor<float> actual) => Samples.AssertClose(expected, actual);
}
