#pragma warning disable DSLT4015 // yield inside NoGrad
using DslTensors;

namespace Mistakes.DSLT4015;

static class Predictions
{
    public static IEnumerable<Tensor<float>> Of(Linear model, List<Tensor<float>> inputs)
    {
        using (Autograd.NoGrad())
        {
            foreach (var input in inputs)
                yield return model.Forward(input);
        }
    }
}
