namespace DslTensors.Tests.DTypes;

/// <summary>Tensors of 16-bit numbers beside operators: creation, text, files and gradients.</summary>
public class HalfTensorTests
{
    [Fact]
    public void They_are_created()
    {
        Assert.Equal([(BFloat16)1.5f, (BFloat16)1.5f], Tensor.Full<BFloat16>([2], 1.5).ToArray());
        Assert.Equal([(BFloat16)1, (BFloat16)0, (BFloat16)0, (BFloat16)1], Tensor.Eye<BFloat16>(2).ToArray());
        Assert.Equal([(Half)0, (Half)1, (Half)2], Tensor.Arange<Half>(3).ToArray());
        Assert.Equal([(BFloat16)0, (BFloat16)0.5f, (BFloat16)1], Tensor.Linspace<BFloat16>(0, 1, 3).ToArray());
        Assert.Equal(DType.BFloat16, Tensor.Zeros<BFloat16>(1).DType);
        Tensor<BFloat16> listed = [(BFloat16)1, (BFloat16)2];
        Assert.Equal((BFloat16)3, listed.Sum().Item());
    }

    [Fact]
    public void Random_ones_are_PyTorchs()
    {
        Tensor.ManualSeed(0);
        Assert.Equal([0.671875, 0.18359375, 0.45703125, 0.75, 0.26171875], Tensor.Rand<BFloat16>(5).To<double>().ToArray());
        Tensor.ManualSeed(0);
        Assert.Equal([0.333984375, 0.27294921875, 0.80712890625, 0.59375, 0.40771484375], Tensor.Rand<Half>(5).To<double>().ToArray());
        Tensor.ManualSeed(0);
        Assert.Equal([1.5390625, -0.29296875, -2.171875, 0.5703125, -1.0859375], Tensor.Randn<BFloat16>(5).To<double>().ToArray());
        Tensor.ManualSeed(0);
        Assert.Equal(
            [1.4609375, 0.291015625, -0.435546875, 1.3671875, -0.671875, -0.11083984375, 0.89453125, -1.3359375, -0.875, 0.32421875, -0.57421875, 0.9609375, 2.03125, 0.5625, 0.2001953125, -0.69921875, 0.283203125, -0.80859375],
            Tensor.Randn<BFloat16>(18).To<double>().ToArray());
    }

    [Fact]
    public void They_print_as_PyTorch_prints_them()
    {
        Assert.Equal("tensor([ 1.5000,  0.1001, -3.0000], dtype=bfloat16)", Tensor.From([1.5f, 0.1f, -3f]).To<BFloat16>().ToString());
        Assert.Equal("tensor([ 1.5000,  0.1000, -3.0000], dtype=float16)", Tensor.From([1.5f, 0.1f, -3f]).To<Half>().ToString());
        Assert.Equal("tensor(3.1406, dtype=bfloat16)", Tensor.From((BFloat16)3.14f).ToString());
        Assert.Equal("tensor([ 1, -2], dtype=int16)", Tensor.From([(short)1, (short)-2]).ToString());
        Assert.Equal("tensor([1], dtype=uint8)", Tensor.From([(byte)1]).ToString());
        Assert.Equal("tensor([], dtype=bfloat16)", Tensor.Zeros<BFloat16>(0).ToString());
    }

    [Fact]
    public void Numbers_are_operands()
    {
        Tensor<BFloat16> x = [(BFloat16)1, (BFloat16)2];
        Assert.Equal([(BFloat16)1.5f, (BFloat16)2.5f], (x + 0.5).ToArray());
        Assert.Equal([(BFloat16)2, (BFloat16)4], (x * (BFloat16)2).ToArray());
        Assert.Equal([true, false], x.Lt(2).ToArray());
    }

    [Fact]
    public void Steps_of_a_chain_are_named_for_operators_and_not_for_conversions()
    {
        Tensor<BFloat16> x = [(BFloat16)1, (BFloat16)2];
        x.RequiresGrad = true;
        Assert.Equal("SoftmaxBackward0", x.Softmax(0).GradFn!.Name);
        Assert.Equal("SumBackward0", x.Sum().GradFn!.Name);
    }

    [Fact]
    public void Gradients_stay_in_the_type_and_have_gradients()
    {
        Tensor<BFloat16> x = [(BFloat16)1, (BFloat16)2];
        x.RequiresGrad = true;
        (x * x * x).Sum().Backward(createGraph: true);
        var first = (Tensor<BFloat16>)x.Grad!;
        Assert.Equal([(BFloat16)3, (BFloat16)12], first.ToArray());
        x.Grad = null;
        first.Sum().Backward();
        Assert.Equal([(BFloat16)6, (BFloat16)12], ((Tensor<BFloat16>)x.Grad!).ToArray());
    }

    [Fact]
    public void Running_statistics_are_written_back()
    {
        var (mean, variance) = (Tensor.Zeros<BFloat16>(2), Tensor.Ones<BFloat16>(2));
        var x = Tensor.From([1f, 2, 3, 5, -1, 0]).To<BFloat16>().Reshape(3, 2);
        Tensor.BatchNorm(x, mean, variance, training: true);
        Assert.Equal(Tensor.From([0.1, 0.1 * 7 / 3]).To<BFloat16>().ToArray(), mean.ToArray());
        Assert.Equal(Tensor.From([0.9 + (0.1 * 4), 0.9 + (0.1 * 19 / 3)]).To<BFloat16>().ToArray(), variance.ToArray());
    }

    [Fact]
    public void Large_tensors_convert_in_blocks()
    {
        var wide = Tensor.Linspace(-3, 3, 10_001);
        var narrow = wide.To<BFloat16>();
        Assert.Equal([.. wide.ToArray().Select(value => (BFloat16)value)], narrow.ToArray());
        Assert.Equal((wide.To<BFloat16>().To<float>() * 2).To<BFloat16>().ToArray(), (narrow * 2).ToArray());
        Assert.Equal([.. wide.ToArray().Select(value => (Half)value)], wide.To<Half>().ToArray());
        Assert.Equal(narrow.To<float>().Reshape(73, 137).Transpose(0, 1).ToArray(), narrow.Reshape(73, 137).Transpose(0, 1).To<float>().ToArray());
    }
}
