#pragma warning disable DSLT4021 // a destination that is not named
using DslTensors;

namespace Mistakes.DSLT4021;

public static class Mistake
{
    public static void Run(Tensor<float> left, Tensor<float> right)
    {
        var larger = Tensor.Maximum(left, right);
        Tensor.Abs(left, right);
        Console.WriteLine(larger.Sub(right));
    }
}
