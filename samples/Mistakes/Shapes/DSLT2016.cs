#pragma warning disable DSLT2016 // an argument that the method cannot work with
using DslTensors;

namespace Mistakes.DSLT2016;

public static class Mistake
{
    public static Tensor<float> Project(Tensor<float> x) => x.Matmul(Tensor.Ones(64, 10));

    public static void Run()
    {
        var x = Tensor.Rand(32, 63);
        Console.WriteLine(Project(x));
    }
}
