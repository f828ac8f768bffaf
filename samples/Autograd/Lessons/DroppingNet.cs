using DslTensors;

namespace AutogradLessons.Lessons;

/// <summary>A layer whose training mode differs from its evaluation mode: half of its inputs are dropped.</summary>
[Module]
internal partial class DroppingNet
{
    public Linear Output { get; } = new(4, 1);

    [return: Shape("b 1")]
    public Tensor<float> Forward([Shape("b 4")] Tensor<float> x) => Output.Forward(Training ? x * Tensor.From<float>([2, 0, 2, 0]) : x);
}
