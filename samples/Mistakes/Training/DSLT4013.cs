#pragma warning disable DSLT4013 // Eval without NoGrad
using DslTensors;

namespace Mistakes.DSLT4013;

public static class Mistake
{
    public static void Run(Linear fc, List<(Tensor<float> X, Tensor<float> Y)> batches)
    {
        fc.Eval();
        var total = 0f;
        foreach (var batch in batches)
            total += Tensor.MseLoss(fc.Forward(batch.X), batch.Y).Item();
        Console.WriteLine(total);
    }
}
