#pragma warning disable DSLT2015 // a column against a row
using DslTensors;

namespace Mistakes.DSLT2015;

public static class Mistake
{
    public static void Run()
    {
        var prediction = new Linear(8, 1).Forward(Tensor.Rand(32, 8));
        var target = Tensor.Rand(32);
        Console.WriteLine(Tensor.MseLoss(prediction, target));
    }
}
