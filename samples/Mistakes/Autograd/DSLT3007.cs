#pragma warning disable DSLT3007 // the same loss twice
using DslTensors;

namespace Mistakes.DSLT3007;

public static class Mistake
{
    public static void Run(Linear fc, Tensor<float> x, Tensor<float> y)
    {
        var loss = Tensor.MseLoss(fc.Forward(x), y);
        loss.Backward();
        loss.Backward();
    }
}
