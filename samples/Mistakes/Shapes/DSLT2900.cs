// Not a mistake: what the analysis knows, shown where an .editorconfig asks for it.
using DslTensors;

namespace Mistakes.DSLT2900;

public static class Shown
{
    public static Tensor<float> Run([Shape("b 784")] Tensor<float> x)
    {
        var weight = Tensor.Rand(784, 10);
        return x.Mm(weight).Softmax(1);
    }
}
