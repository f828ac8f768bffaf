//~ Mean { get; } = new(400, 20) => Mean { get; } = new(400, 21)
//~ Decode1 { get; } = new(20, 400) => Decode1 { get; } = new(40, 400)
//~ x.Flatten(1) => x
//~ Encode { get; } = new(784, 400) => Encode { get; } = new(728, 400)
//~ BinaryCrossEntropy(image, x.Flatten(1) => BinaryCrossEntropy(image, x
//~ Sum([0, 1]) => Sum([1, 2])
namespace Vaes;

[Module]
public partial class Vae
{
    public Linear Encode { get; } = new(784, 400);
    public Linear Mean { get; } = new(400, 20);
    public Linear LogVariance { get; } = new(400, 20);
    public Linear Decode1 { get; } = new(20, 400);
    public Linear Decode2 { get; } = new(400, 784);

    public (Tensor<float> Image, Tensor<float> Mean, Tensor<float> LogVariance) Forward(Tensor<float> x)
    {
        var h = Encode.Forward(x.Flatten(1)).Relu();
        var (mean, logVariance) = (Mean.Forward(h), LogVariance.Forward(h));
        var z = mean + Tensor.RandnLike(logVariance) * (logVariance * 0.5).Exp();
        return (Decode2.Forward(Decode1.Forward(z).Relu()).Sigmoid(), mean, logVariance);
    }
}

public static class Program
{
    public static Tensor<float> Loss(Vae vae)
    {
        var x = Tensor.Rand(128, 1, 28, 28);
        var (image, mean, logVariance) = vae.Forward(x);
        var likelihood = Tensor.BinaryCrossEntropy(image, x.Flatten(1), reduction: Reduction.Sum);
        var divergence = -0.5 * (1 + logVariance - mean.Pow(2) - logVariance.Exp()).Sum([0, 1]);
        return likelihood + divergence;
    }
}
