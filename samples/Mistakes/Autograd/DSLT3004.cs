#pragma warning disable DSLT3004 // relu, then in place
using DslTensors;

namespace Mistakes.DSLT3004;

public static class Mistake
{
    public static void Run(Linear fc, Tensor<float> x)
    {
        var h = fc.Forward(x).Relu();
        h.AddInPlace(1);
        h.Sum().Backward();
    }
}
