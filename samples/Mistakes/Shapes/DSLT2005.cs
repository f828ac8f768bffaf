#pragma warning disable DSLT2005 // the classes are dimension 1, not 2
using DslTensors;

namespace Mistakes.DSLT2005;

public static class Mistake
{
    public static void Run()
    {
        var scores = Tensor.Rand(32, 10);
        var best = scores.Sum(2);
        Console.WriteLine(best);
    }
}
