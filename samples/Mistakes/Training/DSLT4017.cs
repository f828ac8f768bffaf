#pragma warning disable DSLT4017 // softmax in the call
using DslTensors;

namespace Mistakes.DSLT4017;

public static class Mistake
{
    public static void Run(Linear fc, Tensor<float> x, Tensor<long> labels)
    {
        var loss = Tensor.CrossEntropy(fc.Forward(x).Softmax(1), labels);
        loss.Backward();
    }
}
