// Not compiled with the project: the constructor parameter was renamed.
using DslTensors;

namespace Mistakes.DSLT1005;

[Module]
public partial class Scale(int features)
{
    [Parameter("feature")]
    public partial Tensor<float> Weight { get; set; }
}
