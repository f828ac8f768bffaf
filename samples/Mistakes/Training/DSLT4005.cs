#pragma warning disable DSLT4005 // the same layer twice
using DslTensors;

namespace Mistakes.DSLT4005;

[Module]
public partial class Mlp
{
    public Linear Fc1 { get; } = new(8, 8);
    public Linear Fc2 { get; } = new(8, 8);
    public Linear Head { get; } = new(8, 4);

    public Tensor<float> Forward(Tensor<float> x) => Head.Forward(Fc1.Forward(Fc1.Forward(x).Relu()).Relu());
}
