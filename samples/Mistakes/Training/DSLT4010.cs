#pragma warning disable DSLT4010 // zeroed before the step
using DslTensors;

namespace Mistakes.DSLT4010;

public static class Mistake
{
    public static void Run(Linear fc, List<(Tensor<float> X, Tensor<float> Y)> batches)
    {
        var optimizer = new Sgd(fc.Parameters(), lr: 0.1);
        foreach (var batch in batches)
        {
            var loss = Tensor.MseLoss(fc.Forward(batch.X), batch.Y);
            loss.Backward();
            optimizer.ZeroGrad();
            optimizer.Step();
        }
    }
}
