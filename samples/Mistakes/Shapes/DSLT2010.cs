#pragma warning disable DSLT2010 // a shape that cannot be expected
using DslTensors;

namespace Mistakes.DSLT2010;

public static class Mistake
{
    public static void Run()
    {
        var x = Tensor.Rand(32, 63);
        Console.WriteLine(x.Expect("b 64"));
    }
}
