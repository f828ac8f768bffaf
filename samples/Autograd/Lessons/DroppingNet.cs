using DslTensors;

namespace AutogradLessons.Lessons;

/// <summary>A network whose training mode differs from its evaluation mode: half of its inputs are dropped.</summary>
[Module]
internal partial class DroppingNet
{
    public Dropout Drop { get; } = new(0.5);

    public Linear Output { get; } = new(4, 1);

    [return: Shape("b 1")]
    public Tensor<float> Forward([Shape("b 4")] Tensor<float> x) => Output.Forward(Drop.Forward(x));
}
