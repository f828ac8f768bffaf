namespace DslTensors.Tests.Gpu;

public abstract partial class DeviceSuite
{
    [DeviceFact]
    public void Convolutions()
    {
        Same(x => Tensor.Conv2d(x[0], x[1], x[2], stride: 2, padding: 1), [Numbers(2, 3, 5, 4), Numbers(4, 3, 3, 3), Numbers(4)]);
        Same(x => Tensor.Conv2d(x[0], x[1], dilation: 2, groups: 2), [Numbers(2, 4, 5, 5), Numbers(2, 2, 2, 2)]);
        Same(x => Tensor.Conv1d(x[0], x[1], x[2], padding: 1), [Numbers(2, 3, 6), Numbers(2, 3, 3), Numbers(2)]);
        Same(x => Tensor.ConvTranspose2d(x[0], x[1], x[2], stride: 2, padding: 1), [Numbers(1, 2, 3, 3), Numbers(2, 3, 3, 3), Numbers(3)]);
        Same(x => Tensor.Conv3d(x[0], x[1]), [Numbers(1, 2, 3, 3, 3), Numbers(2, 2, 2, 2, 2)]);
    }

    [DeviceFact]
    public void Pools()
    {
        Same(x => Tensor.MaxPool2d(x[0], 2) + Tensor.AvgPool2d(x[0], 2), [Numbers(2, 2, 4, 4)]);
        Same(x => Tensor.MaxPool2d(x[0], 3, stride: 1, padding: 1), [Numbers(1, 2, 4, 4)]);
        Same(x => Tensor.AvgPool2d(x[0], 3, stride: 2, padding: 1, countIncludePad: false), [Numbers(1, 2, 5, 5)]);
        Same(x => Tensor.AdaptiveAvgPool2d(x[0], (2, 3)), [Numbers(1, 2, 5, 4)]);
        Same(x => Tensor.MaxPool1d(x[0], 2), [Numbers(1, 2, 6)]);
    }

    [DeviceFact]
    public void Windows_and_borders()
    {
        Same(x => Tensor.Unfold(x[0], 2, padding: 1, stride: 2), [Numbers(1, 2, 4, 4)]);
        Same(x => Tensor.Fold(x[0], (4, 4), 2, stride: 2), [Numbers(1, 8, 4)]);
        Same(x => x[0].Unfold(1, 3, 1), [Numbers(2, 5)]);
        Same(x => Tensor.Pad(x[0], [1, 2], value: 3) * x[0].Sum(), [Numbers(2, 3)]);
        Same(x => x[0].Flip(0) + x[0].Triu() + x[0].Tril(-1), [Numbers(3, 3)]);
    }

    [DeviceFact]
    public void Normalization()
    {
        Same(x => Tensor.LayerNorm(x[0], [4], x[1], x[2]), [Numbers(3, 4), Numbers(4), Numbers(4)], tolerance: 1e-4f);
        Same(x => Tensor.BatchNorm(x[0], null, null, x[1], x[2], training: true), [Numbers(4, 2, 3), Numbers(2), Numbers(2)], tolerance: 1e-4f);
    }

    [DeviceFact]
    public void Attention() =>
        Same(x => Tensor.ScaledDotProductAttention(x[0], x[1], x[2], isCausal: true), [Numbers(2, 3, 4), Numbers(2, 3, 4), Numbers(2, 3, 4)]);

    [DeviceFact]
    public void Dropout_and_random_numbers()
    {
        Tensor.ManualSeed(5);
        var ones = Tensor.Ones<float>(2000).To(Device);
        var dropped = Tensor.Dropout(ones, 0.25);
        Assert.Same(Device, dropped.Device);
        var values = dropped.ToArray();
        Assert.All(values, value => Assert.True(value == 0 || Math.Abs(value - (1 / 0.75f)) < 1e-6));
        Assert.InRange(values.Count(value => value == 0), 400, 600);
        Assert.NotEqual(values, Tensor.Dropout(ones, 0.25).ToArray());
        Tensor.ManualSeed(5);
        Assert.Equal(values, Tensor.Dropout(ones, 0.25).ToArray());
        var normal = ones.RandnLike();
        Assert.InRange(normal.Mean().Item(), -0.1f, 0.1f);
        Assert.InRange(normal.Std().Item(), 0.9f, 1.1f);
        var uniform = ones.RandLike().ToArray();
        Assert.All(uniform, value => Assert.InRange(value, 0, 1));
        Assert.InRange(uniform.Average(), 0.45f, 0.55f);
    }
}
