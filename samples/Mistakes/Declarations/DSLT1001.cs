// Not compiled with the project: a module that nothing can be added to.
using DslTensors;

namespace Mistakes.DSLT1001;

[Module]
public class Net
{
    public Linear Fc { get; } = new(64, 10);

    public Tensor<float> Forward(Tensor<float> x) => Fc.Forward(x);
}
