using DslTensors;

// The network of the digits sample, reading one image.
Tensor.ManualSeed(0);
var model = new DigitNet();
using (Autograd.NoGrad())
    Console.WriteLine(model.Forward(Tensor.Rand(1, 64)).Argmax(1).Item());

[Module]
internal sealed partial class DigitNet
{
    public Linear Fc1 { get; } = new(64, 128);

    public Linear Fc2 { get; } = new(128, 10);

    public Tensor<float> Forward(Tensor<float> x) => Fc2.Forward(Fc1.Forward(x).Relu());
}
