#pragma warning disable DSLT4016 // a sum of losses
using DslTensors;

namespace Mistakes.DSLT4016;

public static class Mistake
{
    public static void Run(Linear fc, List<(Tensor<float> X, Tensor<float> Y)> batches)
    {
        var optimizer = new Sgd(fc.Parameters(), lr: 0.1);
        var total = Tensor.Zeros();
        foreach (var batch in batches)
        {
            optimizer.ZeroGrad();
            var loss = Tensor.MseLoss(fc.Forward(batch.X), batch.Y);
            loss.Backward();
            optimizer.Step();
            total += loss;
        }
        Console.WriteLine(total.Item() / batches.Count);
    }
}
