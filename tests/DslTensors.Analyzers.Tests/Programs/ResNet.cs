//~ Conv2 { get; } = new(outChannels, => Conv2 { get; } = new(inChannels + 1,
//~ Norm1 { get; } = new(outChannels) => Norm1 { get; } = new(outChannels + 1)
//~ new(inChannels, outChannels, 1, stride: stride) => new(inChannels, outChannels, 1)
//~ Head { get; } = new(128, 10) => Head { get; } = new(64, 10)
//~ new Block(64, 128, 2) => new Block(32, 128, 2)
//~ x.Flatten(1) => x
//~ Tensor.Rand(8, 3, 32, 32) => Tensor.Rand(8, 1, 32, 32)
//~ Tensor.Zeros<long>(8) => Tensor.Zeros<long>(8, 10)
namespace ResNets;

[Module]
public partial class Block(int inChannels, int outChannels, int stride)
{
    public Conv2d Conv1 { get; } = new(inChannels, outChannels, 3, stride: stride, padding: 1, bias: false);
    public BatchNorm2d Norm1 { get; } = new(outChannels);
    public Conv2d Conv2 { get; } = new(outChannels, outChannels, 3, padding: 1, bias: false);
    public BatchNorm2d Norm2 { get; } = new(outChannels);
    public Conv2d Shortcut { get; } = new(inChannels, outChannels, 1, stride: stride);

    public Tensor<float> Forward(Tensor<float> x)
    {
        var y = Norm1.Forward(Conv1.Forward(x)).Relu();
        y = Norm2.Forward(Conv2.Forward(y));
        return (y + Shortcut.Forward(x)).Relu();
    }
}

[Module]
public partial class ResNet
{
    public Conv2d Stem { get; } = new(3, 64, 3, padding: 1);
    public Sequential Blocks { get; } = new(new Block(64, 64, 1), new Block(64, 128, 2), new Block(128, 128, 1));
    public AdaptiveAvgPool2d Pool { get; } = new(1);
    public Linear Head { get; } = new(128, 10);

    public Tensor<float> Forward(Tensor<float> x)
    {
        x = Stem.Forward(x).Relu();
        x = Pool.Forward(Blocks.Forward(x));
        return Head.Forward(x.Flatten(1));
    }
}

public static class Program
{
    public static float Step(ResNet model, Optimizer optimizer)
    {
        var images = Tensor.Rand(8, 3, 32, 32);
        var loss = Tensor.CrossEntropy(model.Forward(images), Tensor.Zeros<long>(8));
        optimizer.ZeroGrad();
        loss.Backward();
        optimizer.Step();
        return loss.Item();
    }

    public static void Main()
    {
        var model = new ResNet();
        Step(model, new Sgd(model.Parameters(), lr: 0.1));
    }
}
