//~ new Linear(256, 784) => new Linear(256, 768)
//~ new Linear(100, 256) => new Linear(128, 256)
//~ Tensor.Ones(64, 1) => Tensor.Ones(64)
//~ new Linear(256, 1) => new Linear(265, 1)
//~ Tensor.Randn(64, 100) => Tensor.Randn(100, 64)
//~ Tensor.Cat([real, fake]) => Tensor.Stack([real, fake]).Reshape(64, 784)
namespace Gans;

public static class Program
{
    public static void Main()
    {
        var generator = new Sequential(new Linear(100, 256), new LeakyRelu(0.2f), new Linear(256, 784), new Tanh());
        var discriminator = new Sequential(new Linear(784, 256), new LeakyRelu(0.2f), new Linear(256, 1), new Sigmoid());
        var first = new Adam(generator.Parameters(), lr: 2e-4);
        var second = new Adam(discriminator.Parameters(), lr: 2e-4);
        for (var epoch = 0; epoch < 10; epoch++)
        {
            var real = Tensor.Rand(64, 784);
            var fake = generator.Forward(Tensor.Randn(64, 100));
            var all = Tensor.Cat([real, fake]);
            var truth = Tensor.Cat([Tensor.Ones(64, 1), Tensor.Zeros(64, 1)]);
            second.ZeroGrad();
            Tensor.BinaryCrossEntropy(discriminator.Forward(all.Detach()), truth).Backward();
            second.Step();

            first.ZeroGrad();
            Tensor.BinaryCrossEntropy(discriminator.Forward(fake), Tensor.Ones(64, 1)).Backward();
            first.Step();
        }
    }
}
