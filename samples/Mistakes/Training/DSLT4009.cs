#pragma warning disable DSLT4009 // the step comes first
using DslTensors;

namespace Mistakes.DSLT4009;

public static class Mistake
{
    public static void Run(Linear fc, List<(Tensor<float> X, Tensor<float> Y)> batches)
    {
        var optimizer = new Sgd(fc.Parameters(), lr: 0.1);
        foreach (var batch in batches)
        {
            optimizer.ZeroGrad();
            var loss = Tensor.MseLoss(fc.Forward(batch.X), batch.Y);
            optimizer.Step();
            loss.Backward();
        }
    }
}
