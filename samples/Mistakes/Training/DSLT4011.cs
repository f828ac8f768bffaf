#pragma warning disable DSLT4011 // dropout while evaluating
using DslTensors;

namespace Mistakes.DSLT4011;

[Module]
public partial class Net
{
    public Dropout Drop { get; } = new(0.5);
    public Linear Fc { get; } = new(8, 4);

    public Tensor<float> Forward(Tensor<float> x) => Fc.Forward(Drop.Forward(x));
}

public static class Mistake
{
    public static void Run(Tensor<float> x, Tensor<float> y, List<(Tensor<float> X, Tensor<float> Y)> batches, int epochs)
    {
        var model = new Net();
        var optimizer = new Adam(model.Parameters());
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            foreach (var batch in batches)
            {
                optimizer.ZeroGrad();
                Tensor.MseLoss(model.Forward(batch.X), batch.Y).Backward();
                optimizer.Step();
            }

            using (Autograd.NoGrad())
                Console.WriteLine(Tensor.MseLoss(model.Forward(x), y).Item());
        }
    }
}
