#pragma warning disable DSLT2011 // the second layer expects another width
using DslTensors;

namespace Mistakes.DSLT2011;

public static class Mistake
{
    public static void Run()
    {
        var model = new Sequential(new Linear(784, 128), new Relu(), new Linear(64, 10));
        Console.WriteLine(model.Count);
    }
}
