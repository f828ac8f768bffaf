#pragma warning disable DSLT3010 // the gradient of a result
using DslTensors;

namespace Mistakes.DSLT3010;

public static class Mistake
{
    public static void Run()
    {
        var w = Tensor.Randn(3);
        w.RequiresGrad = true;
        var h = w * 2;
        h.Sum().Backward();
        Console.WriteLine(h.Grad);
    }
}
