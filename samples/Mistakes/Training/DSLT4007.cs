#pragma warning disable DSLT4007 // the optimizer of a frozen model
using DslTensors;

namespace Mistakes.DSLT4007;

public static class Mistake
{
    public static void Run()
    {
        var backbone = new Linear(8, 8);
        backbone.RequiresGrad(false);
        var optimizer = new Adam(backbone.Parameters(), lr: 1e-3);
        Console.WriteLine(optimizer.Lr);
    }
}
