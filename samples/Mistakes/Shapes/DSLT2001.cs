#pragma warning disable DSLT2001 // matrices that cannot be multiplied
using DslTensors;

namespace Mistakes.DSLT2001;

public static class Mistake
{
    public static void Run()
    {
        var hidden = Tensor.Rand(32, 64);
        var weight = Tensor.Rand(32, 10);
        var scores = Tensor.Mm(hidden, weight);
        Console.WriteLine(scores);
    }
}
