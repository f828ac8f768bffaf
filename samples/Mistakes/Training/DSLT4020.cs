#pragma warning disable DSLT4020 // the seed comes late
using DslTensors;

namespace Mistakes.DSLT4020;

public static class Mistake
{
    public static void Run(Tensor<float> x)
    {
        var model = new Linear(8, 4);
        Tensor.ManualSeed(0);
        Console.WriteLine(model.Forward(x));
    }
}
