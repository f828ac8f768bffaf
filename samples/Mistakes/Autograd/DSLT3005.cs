#pragma warning disable DSLT3005 // nothing requires gradients
using DslTensors;

namespace Mistakes.DSLT3005;

public static class Mistake
{
    public static void Run()
    {
        var a = Tensor.Rand(3);
        var loss = (a * 2).Sum();
        loss.Backward();
    }
}
