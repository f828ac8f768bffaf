#pragma warning disable DSLT2004 // a reshape that loses elements
using DslTensors;

namespace Mistakes.DSLT2004;

public static class Mistake
{
    public static void Run()
    {
        var images = Tensor.Rand(64, 1, 28, 28);
        var rows = images.Reshape(64, 768);
        Console.WriteLine(rows);
    }
}
