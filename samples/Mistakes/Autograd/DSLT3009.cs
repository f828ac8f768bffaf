#pragma warning disable DSLT3009 // freezing a result
using DslTensors;

namespace Mistakes.DSLT3009;

public static class Mistake
{
    public static void Run()
    {
        var w = Tensor.Randn(3);
        w.RequiresGrad = true;
        var h = w * 2;
        h.RequiresGrad = false;
    }
}
