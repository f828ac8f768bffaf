#pragma warning disable DSLT4001 // a list of layers
using DslTensors;

namespace Mistakes.DSLT4001;

[Module]
public partial class Net
{
    public List<Linear> Layers { get; } = [new(8, 8), new(8, 4)];

    public Tensor<float> Forward(Tensor<float> x)
    {
        foreach (var layer in Layers)
            x = layer.Forward(x).Relu();
        return x;
    }
}
