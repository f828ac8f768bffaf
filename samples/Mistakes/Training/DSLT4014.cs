#pragma warning disable DSLT4014 // a statement
using DslTensors;

namespace Mistakes.DSLT4014;

public static class Mistake
{
    public static void Run(Linear fc, Tensor<float> x)
    {
        Autograd.NoGrad();
        var scores = fc.Forward(x);
        Console.WriteLine(scores);
    }
}
