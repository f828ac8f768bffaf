#pragma warning disable DSLT3001 // exp zeroed through Detach
using DslTensors;

namespace Mistakes.DSLT3001;

public static class Mistake
{
    public static void Run()
    {
        var a = Tensor.Rand(5);
        a.RequiresGrad = true;
        var s = a.Exp();
        s.Detach().ZeroInPlace();
        s.Sum().Backward();
    }
}
