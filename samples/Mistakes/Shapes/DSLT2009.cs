#pragma warning disable DSLT2009 // a result of another shape
using DslTensors;

namespace Mistakes.DSLT2009;

public static class Mistake
{
    [return: Shape("b 10")]
    public static Tensor<float> Score([Shape("b 64")] Tensor<float> x) => x.Sum(1);
}
