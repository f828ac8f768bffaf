namespace DslTensors.Tests.Gpu;

public abstract partial class DeviceSuite
{
    [DeviceFact]
    public void Elementwise_operators_and_their_gradients()
    {
        var (a, b) = (Numbers(3, 4), Numbers(3, 4));
        Same(x => (x[0] + x[1]) * x[0] / (x[1].Square() + 1) - 3, [a, b]);
        Same(x => x[0].Exp().Tanh() + x[0].Sigmoid().Sqrt() + x[0].Silu() + x[0].Relu(), [a]);
        Same(x => x[0].Gelu() + x[0].Erf() + x[0].Sin() * x[0].Cos(), [a]);
    }

    [DeviceFact]
    public void Broadcast_and_strided_operands()
    {
        Same(x => x[0] * x[1] + x[2], [Numbers(2, 3, 4), Numbers(3, 1), Numbers(4)]);
        Same(x => x[0].Transpose(0, 1) * x[1], [Numbers(3, 4), Numbers(4, 3)]);
        Same(x => x[0].Narrow(1, 1, 2).Exp() + x[0].Narrow(1, 2, 2), [Numbers(3, 4)]);
    }

    [DeviceFact]
    public void Numbers_as_operands()
    {
        Same(x => ((2 * x[0]) - 1) / 4 + x[0].Pow(2) + 1 / (x[0] + 3), [Numbers(5)]);
        var integers = Tensor.From([1, 2, 3]).To(Device);
        Assert.Equal([3, 5, 7], ((integers * 2) + 1).ToArray());
        Assert.Equal([false, true, true], integers.Gt(1).ToArray());
    }

    [DeviceFact]
    public void Comparisons_and_choices()
    {
        Same(x => Tensor.Where(x[0].Gt(x[1]), x[0], x[1]) + x[0].MaskedFill(x[0].Lt(0), 2), [Numbers(3, 4), Numbers(3, 4)]);
        Same(x => x[0].Clamp(-0.5, 0.5), [Numbers(9)]);
    }

    [DeviceFact]
    public void Writes_in_place_and_to_destinations()
    {
        var (a, b) = (Numbers(3, 4), Numbers(4));
        var here = a.Clone().To(Device);
        here.AddInPlace(b.To(Device));
        Close(a + b, here, "in place");
        here.Transpose(0, 1).Narrow(0, 1, 2).MulInPlace(2);
        var expected = a + b;
        expected.Transpose(0, 1).Narrow(0, 1, 2).MulInPlace(2);
        Close(expected, here, "a view in place");
        var destination = Tensor.Zeros<float>(3, 4).To(Device);
        Assert.Same(destination, Tensor.Exp(here, destination: destination));
        Close(expected.Exp(), destination, "destination");
        here.FillInPlace(3);
        Assert.All(here.ToArray(), value => Assert.Equal(3, value));
        Assert.Throws<ShapeException>(() => b.Clone().To(Device).AddInPlace(here));
    }

    [DeviceFact]
    public void Element_types()
    {
        foreach (var values in new float[][] { [1.5f, -2.25f, 0, 100.125f, 6.1e-5f, 5.9e-8f, 65504, float.NegativeInfinity] })
        {
            var single = Tensor.From(values);
            Assert.Equal(single.To<Half>().ToArray(), single.To(Device).To<Half>().ToArray());
            Assert.Equal(single.To<BFloat16>().ToArray(), single.To(Device).To<BFloat16>().ToArray());
            Assert.Equal((single.To<Half>() * 2).ToArray(), (single.To<Half>().To(Device) * 2).ToArray());
            Assert.Equal((single.To<double>() + 1).ToArray(), (single.To<double>().To(Device) + 1).ToArray());
            Assert.Equal(single.To<bool>().ToArray(), single.To(Device).To<bool>().ToArray());
        }

        foreach (var integers in new[] { Tensor.From([300, -7, 0]).To(Device) })
        {
            Assert.Equal([44, 249, 0], integers.To<byte>().ToArray());
            Assert.Equal([300L, -7, 0], integers.To<long>().ToArray());
            Assert.Equal([(short)600, (short)-14, (short)0], (integers.To<short>() * 2).ToArray());
            Assert.Equal(293, integers.Sum().Item());
        }
    }
}
