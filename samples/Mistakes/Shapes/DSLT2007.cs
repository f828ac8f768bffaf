#pragma warning disable DSLT2007 // a view after a transposition
using DslTensors;

namespace Mistakes.DSLT2007;

public static class Mistake
{
    public static void Run()
    {
        var x = Tensor.Rand(4, 6);
        var flat = x.Transpose(0, 1).View(24);
        Console.WriteLine(flat);
    }
}
