namespace DslTensors.Tests.Operators;

/// <summary>Dropout beside its random numbers: what is refused, what is saved, what stays as it is.</summary>
public class DropoutTests
{
    [Theory]
    [InlineData(-0.1, "dropout probability has to be between 0 and 1, but got -0.1")]
    [InlineData(1.5, "dropout probability has to be between 0 and 1, but got 1.5")]
    [InlineData(double.NaN, "dropout probability has to be between 0 and 1, but got NaN")]
    public void A_probability_lies_between_0_and_1(double p, string message)
    {
        var x = Tensor.Ones(2, 3, 4);
        foreach (Func<Tensor> call in new Func<Tensor>[]
        {
            () => x.Dropout(p), () => x.Dropout1d(p), () => x.Dropout2d(p), () => x.Dropout3d(p), () => x.AlphaDropout(p), () => x.FeatureAlphaDropout(p),
            () => x.Dropout(p, training: false), () => x.Dropout1d(p, training: false), () => x.DropoutInPlace(p),
        })
        {
            Assert.StartsWith(message, Assert.Throws<TensorException>(call).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Channels_need_dimensions()
    {
        Assert.StartsWith("dropout1d: Expected 2D or 3D input, but received a 4D input.", Assert.Throws<ShapeException>(() => Tensor.Ones(1, 1, 1, 1).Dropout1d()).Message, StringComparison.Ordinal);
        Assert.StartsWith("Feature dropout requires at least 2 dimensions in the input", Assert.Throws<ShapeException>(() => Tensor.Ones(3).Dropout2d()).Message, StringComparison.Ordinal);
        Assert.StartsWith("Feature dropout requires at least 2 dimensions in the input", Assert.Throws<ShapeException>(() => Tensor.Ones(3).FeatureAlphaDropout(training: true)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_happens_outside_training()
    {
        var x = Tensor.Ones(4, 5);
        Assert.Same(x, x.Dropout(training: false));
        Assert.Same(x, x.Dropout(p: 0));
        Assert.Same(x, x.AlphaDropout());
        Assert.Same(x, x.FeatureAlphaDropout());
        Assert.Same(x, x.Dropout2d(training: false));
    }

    [Fact]
    public void All_dropped_is_zero_with_gradient_zero()
    {
        var x = Tensor.Randn<double>(4, 5);
        x.RequiresGrad = true;
        var y = x.Dropout(p: 1);
        y.Sum().Backward();
        Assert.All(y.ToArray(), value => Assert.Equal(0, value));
        Assert.All(x.Grad!.ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void The_mask_alone_is_saved()
    {
        var x = Tensor.Ones<double>(50);
        x.RequiresGrad = true;
        var input = x * 1;
        var y = input.Dropout();
        var mask = y.Detach().Clone();
        input.Detach().ZeroInPlace();
        y.Detach().ZeroInPlace();
        y.Sum().Backward();
        Assert.Equal(mask.ToArray(), x.Grad!.ToArray());
    }

    [Fact]
    public void A_destination_receives_what_is_left()
    {
        var x = Tensor.Ones(50);
        var target = Tensor.Zeros(50);
        Assert.Same(target, x.Dropout(destination: target));
        Assert.Contains(2, target.ToArray());
        x.Dropout(training: false, destination: target);
        Assert.All(target.ToArray(), value => Assert.Equal(1, value));
        Assert.NotSame(x, target);
    }

    [Fact]
    public void Halves_are_dropped_too()
    {
        var y = Tensor.Ones<Half>(100).Dropout(0.75).ToArray();
        Assert.Contains((Half)4, y);
        Assert.All(y, value => Assert.True(value == (Half)0 || value == (Half)4));
    }
}
