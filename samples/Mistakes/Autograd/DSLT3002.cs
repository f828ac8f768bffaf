#pragma warning disable DSLT3002 // exp zeroed through Data
using DslTensors;

namespace Mistakes.DSLT3002;

public static class Mistake
{
    public static void Run()
    {
        var a = Tensor.Rand(5);
        a.RequiresGrad = true;
        var s = a.Exp();
        s.Data.ZeroInPlace();
        s.Sum().Backward();
    }
}
