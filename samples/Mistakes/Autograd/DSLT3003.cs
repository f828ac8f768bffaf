#pragma warning disable DSLT3003 // a leaf
using DslTensors;

namespace Mistakes.DSLT3003;

public static class Mistake
{
    public static void Run()
    {
        var w = Tensor.Randn(3, 3);
        w.RequiresGrad = true;
        w.AddInPlace(1);
    }
}
