#pragma warning disable DSLT2008 // an argument of another width
using DslTensors;

namespace Mistakes.DSLT2008;

public static class Mistake
{
    public static Tensor<float> Score([Shape("b 64")] Tensor<float> x) => x.Sum(1);

    public static void Run()
    {
        var images = Tensor.Rand(32, 8, 8);
        Console.WriteLine(Score(images));
    }
}
