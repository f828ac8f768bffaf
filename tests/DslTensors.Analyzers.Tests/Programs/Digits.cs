//~ Fc2 { get; } = new(128, 10) => Fc2 { get; } = new(64, 10)
//~ [Buffer(64)] => [Buffer(63)]
//~ images.Reshape(-1, 64) => images.Reshape(64, -1)
//~ scores.Argmax(1) => scores.Argmax(2)
//~ [return: Shape("b 10")] => [return: Shape("b 11")]
//~ Tensor.From<long>([1, 2, 9]) => Tensor.From<long>([1, 2, 10])
//~ Net.Forward(Tensor.Rand(3, 64)) => Net.Forward(Tensor.Rand(64, 3))
//~ [Shape("b 64")] Tensor<float> x => [Shape("b c 64")] Tensor<float> x
namespace Digits;

[Module]
public partial class DigitNet
{
    public Linear Fc1 { get; } = new(64, 128);
    public Linear Fc2 { get; } = new(128, 10);
    [Buffer(64)] public partial Tensor<float> PixelScale { get; } = Tensor.Full([64], 1f / 16);

    [return: Shape("b 10")]
    public Tensor<float> Forward([Shape("b 64")] Tensor<float> x) => Fc2.Forward(Fc1.Forward(x * PixelScale).Relu());
}

public class Trainer
{
    public DigitNet Net { get; } = new();

    public float Accuracy()
    {
        var images = Tensor.Rand(50, 8, 8);
        using var scope = Autograd.NoGrad();
        var scores = Net.Forward(images.Reshape(-1, 64));
        var best = scores.Argmax(1);
        return best.Eq(Tensor.Zeros<long>(50)).To<float>().Mean().Item();
    }

    public Tensor<float> Loss() => Tensor.CrossEntropy(Net.Forward(Tensor.Rand(3, 64)), Tensor.From<long>([1, 2, 9]));
}
