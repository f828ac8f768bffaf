#pragma warning disable DSLT2003 // a bias along the wrong dimension
using DslTensors;

namespace Mistakes.DSLT2003;

public static class Mistake
{
    public static void Run()
    {
        var scores = Tensor.Rand(32, 10);
        var bias = Tensor.Rand(32);
        Console.WriteLine(scores + bias);
    }
}
