//~ Up1 { get; } = new(128, 64 => Up1 { get; } = new(128, 32
//~ Merge { get; } = new(128, 64 => Merge { get; } = new(64, 64
//~ Tensor.Cat([up, a], 1) => Tensor.Cat([up, a], -1)
//~ a.MaxPool2d(2) => a.MaxPool2d(4)
//~ Down2 { get; } = new(64, 128, 3, padding: 1) => Down2 { get; } = new(64, 128, 3)
//~ Tensor.Rand(2, 1, 64, 64) => Tensor.Rand(2, 3, 64, 64)
//~ mask.Squeeze(1) => mask
namespace UNets;

[Module]
public partial class UNet
{
    public Conv2d Down1 { get; } = new(1, 64, 3, padding: 1);
    public Conv2d Down2 { get; } = new(64, 128, 3, padding: 1);
    public ConvTranspose2d Up1 { get; } = new(128, 64, 2, stride: 2);
    public Conv2d Merge { get; } = new(128, 64, 3, padding: 1);
    public Conv2d Head { get; } = new(64, 1, 1);

    public Tensor<float> Forward(Tensor<float> x)
    {
        var a = Down1.Forward(x).Relu();
        var b = Down2.Forward(a.MaxPool2d(2)).Relu();
        var up = Up1.Forward(b);
        var merged = Merge.Forward(Tensor.Cat([up, a], 1)).Relu();
        return Head.Forward(merged);
    }
}

public static class Program
{
    public static Tensor<float> Loss(UNet net)
    {
        var mask = net.Forward(Tensor.Rand(2, 1, 64, 64));
        return Tensor.BinaryCrossEntropyWithLogits(mask.Squeeze(1), Tensor.Ones(2, 64, 64));
    }
}
