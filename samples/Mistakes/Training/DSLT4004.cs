#pragma warning disable DSLT4004 // a buffer that is to be trained
using DslTensors;

namespace Mistakes.DSLT4004;

[Module]
public partial class Scaled
{
    [Buffer(8)] public partial Tensor<float> Gain { get; } = Tensor.Ones(8);

    public Scaled() => Gain.RequiresGrad = true;

    public Tensor<float> Forward(Tensor<float> x) => x * Gain;
}
