#pragma warning disable DSLT4019 // the sigmoid is applied twice
using DslTensors;

namespace Mistakes.DSLT4019;

public static class Mistake
{
    public static void Run(Linear fc, Tensor<float> x, Tensor<float> y)
    {
        var loss = Tensor.BinaryCrossEntropyWithLogits(fc.Forward(x).Sigmoid(), y);
        loss.Backward();
    }
}
