#pragma warning disable DSLT3006 // a loss without reduction
using DslTensors;

namespace Mistakes.DSLT3006;

public static class Mistake
{
    public static void Run(Linear fc)
    {
        var loss = Tensor.MseLoss(fc.Forward(Tensor.Rand(6, 8)), Tensor.Rand(6, 4), reduction: Reduction.None);
        loss.Backward();
    }
}
