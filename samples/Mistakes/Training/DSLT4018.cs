#pragma warning disable DSLT4018 // raw scores
using DslTensors;

namespace Mistakes.DSLT4018;

public static class Mistake
{
    public static void Run(Linear fc, Tensor<float> x, Tensor<long> labels)
    {
        var loss = Tensor.NllLoss(fc.Forward(x), labels);
        loss.Backward();
    }
}
