#pragma warning disable DSLT4003 // a name twice
using DslTensors;

namespace Mistakes.DSLT4003;

[Module]
public partial class Masked
{
    public Linear Fc { get; } = new(8, 4);

    public Masked()
    {
        RegisterBuffer("mask", Tensor.Ones(8));
        RegisterBuffer("mask", Tensor.Zeros(4));
    }

    public Tensor<float> Forward(Tensor<float> x) => Fc.Forward(x);
}
