#pragma warning disable DSLT4006 // a layer in Forward
using DslTensors;

namespace Mistakes.DSLT4006;

[Module]
public partial class Net
{
    public Tensor<float> Forward(Tensor<float> x) => new Linear(8, 4).Forward(x);
}
