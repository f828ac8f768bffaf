#pragma warning disable DSLT3008 // the prediction is computed in NoGrad
using DslTensors;

namespace Mistakes.DSLT3008;

public static class Mistake
{
    public static void Run(Linear fc, Tensor<float> x, Tensor<float> y)
    {
        Tensor<float> prediction;
        using (Autograd.NoGrad())
            prediction = fc.Forward(x);
        var loss = Tensor.MseLoss(prediction, y);
        loss.Backward();
    }
}
