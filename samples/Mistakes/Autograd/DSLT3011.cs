#pragma warning disable DSLT3011 // gradient descent that rebinds
using DslTensors;

namespace Mistakes.DSLT3011;

public static class Mistake
{
    public static void Run(Tensor<float> x, Tensor<float> y, int epochs)
    {
        var w = Tensor.Randn(8, 4);
        w.RequiresGrad = true;
        for (var i = 0; i < epochs; i++)
        {
            var loss = Tensor.MseLoss(x.Matmul(w), y);
            loss.Backward();
            w = w - 0.1f * w.Grad!;
        }
    }
}
