#pragma warning disable DSLT1006 // a parameter kept twice
using DslTensors;

namespace Mistakes.DSLT1006;

[Module]
public partial class Encoder(int width)
{
    public int Width { get; } = width;
}

[Module]
public partial class Classifier(int width) : Encoder(width)
{
    public Tensor<float> Forward(Tensor<float> x) => x / width;
}
