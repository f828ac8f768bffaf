#pragma warning disable DSLT4002 // a field as weight
using DslTensors;

namespace Mistakes.DSLT4002;

[Module]
public partial class Scale
{
    private readonly Tensor<float> _weight = Tensor.Randn(8);

    public Tensor<float> Forward(Tensor<float> x) => x * _weight;
}
