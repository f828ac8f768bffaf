#pragma warning disable DSLT2012 // a target for each pixel, scores for each image
using DslTensors;

namespace Mistakes.DSLT2012;

public static class Mistake
{
    public static void Run()
    {
        var scores = Tensor.Rand(8, 10);
        var target = Tensor.Zeros<long>(8, 1);
        Console.WriteLine(Tensor.CrossEntropy(scores, target));
    }
}
