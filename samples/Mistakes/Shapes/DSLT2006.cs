#pragma warning disable DSLT2006 // channels last, with one dimension twice
using DslTensors;

namespace Mistakes.DSLT2006;

public static class Mistake
{
    public static void Run()
    {
        var image = Tensor.Rand(3, 28, 28);
        var shown = image.Permute(1, 2, 1);
        Console.WriteLine(shown);
    }
}
