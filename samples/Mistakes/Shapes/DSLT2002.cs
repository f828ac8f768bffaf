#pragma warning disable DSLT2002 // images of two sizes in one batch
using DslTensors;

namespace Mistakes.DSLT2002;

public static class Mistake
{
    public static void Run()
    {
        var small = Tensor.Rand(3, 28, 28);
        var large = Tensor.Rand(3, 32, 32);
        var batch = Tensor.Stack([small, large]);
        Console.WriteLine(batch);
    }
}
