#pragma warning disable DSLT2013 // classes counted from 1
using DslTensors;

namespace Mistakes.DSLT2013;

public static class Mistake
{
    public static void Run()
    {
        var scores = Tensor.Rand(3, 3);
        var loss = Tensor.CrossEntropy(scores, Tensor.From<long>([1, 2, 3]));
        Console.WriteLine(loss);
    }
}
