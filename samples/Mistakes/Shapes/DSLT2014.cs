#pragma warning disable DSLT2014 // Squeeze() of a batch that may be one
using DslTensors;

namespace Mistakes.DSLT2014;

public static class Mistake
{
    public static Tensor<float> Scores([Shape("b 64")] Tensor<float> x, [Shape("64 1")] Tensor<float> weight) => x.Mm(weight).Squeeze();
}
