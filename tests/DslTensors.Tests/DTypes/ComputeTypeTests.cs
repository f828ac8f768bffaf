using System.Numerics;

namespace DslTensors.Tests.DTypes;

/// <summary>PyTorch's <c>dtype</c> arguments are type arguments.</summary>
public class ComputeTypeTests
{
    [Fact]
    public void The_type_argument_is_the_only_one_that_is_written()
    {
        Tensor<float> x = [3, -4];
        Tensor<double> norm = x.Norm<double>(1);
        Assert.Equal(7, norm.Item());
        Assert.Equal(5, Tensor.Norm<double>(x, 2, dim: 0).Item());
        Assert.Equal(5, x.Norm<double>("fro").Item());
        Assert.Equal(-1, x.Sum<double>().Item());
        Assert.Equal(-1, Tensor.Sum<long>(x).Item());
        Assert.Equal(-12, x.Prod<int>().Item());
        Assert.Equal(-0.5, x.Mean<double>(dim: 0).Item());
        Assert.Equal([3L, -1L], x.Cumsum<long>(0).ToArray());
        Assert.Equal(1, x.Softmax<double>(0).Sum().Item(), 1e-15);
        Assert.Equal([0.0, -7.0], x.LogSoftmax<double>(0).Round().ToArray());
        Assert.Equal((BFloat16)(-0.5f), x.Mean<BFloat16>().Item());
    }

    [Fact]
    public void Without_one_the_type_is_that_of_the_tensor()
    {
        Tensor<double> x = [3, -4];
        Assert.IsType<Tensor<double>>(x.Norm(2));
        Assert.Equal(5, Tensor.Norm<double>(x, 2).Item());
        Assert.Equal(-1, x.Sum<double>().Item());
        Tensor untyped = x;
        Assert.Equal(-1f, untyped.Sum<float>().Item());
        Assert.Equal(0.5, Tensor.From([0, 1]).Mean<double>().Item());
    }

    [Fact]
    public void It_is_computed_in_the_type()
    {
        // In float the addends of 2^24 + 1 + 1 are lost one by one.
        var x = Tensor.From([1 << 24, 1f, 1f]);
        Assert.Equal((1 << 24) + 2.0, x.Sum<double>().Item());
        Assert.Equal((1 << 24) + 2.0, x.Cumsum<double>(0).ToArray()[^1]);
        Assert.Equal(-56, Tensor.From([100, 100]).Sum<sbyte>().Item());
    }

    [Fact]
    public void Gradients_come_back_in_the_tensors_type()
    {
        Tensor<float> x = [3, -4];
        x.RequiresGrad = true;
        x.Norm<double>(2).Backward();
        Assert.Equal([0.6f, -0.8f], ((Tensor<float>)x.Grad!).ToArray());
        x.Grad = null;
        (x.Sum<double>() + x.Prod<double>() + x.Cumsum<double>(0).Sum() + x.Mean<double>()).Backward();
        Assert.Equal([1 - 4 + 2 + 0.5f, 1 + 3 + 1 + 0.5f], ((Tensor<float>)x.Grad!).ToArray());
    }

    [Fact]
    public void Generic_callers_reach_the_real_operators()
    {
        Assert.Equal(2f, Halved(Tensor.From([1f, 3f])).Item());
        Assert.Equal((Half)2, Halved(Tensor.From([(Half)1, (Half)3])).Item());

        static Tensor<T> Halved<T>(Tensor<T> x)
            where T : unmanaged, IFloatingPointIeee754<T> => x.Sum() / 2;
    }
}
