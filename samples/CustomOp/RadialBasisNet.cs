using DslTensors;

namespace CustomOp;

/// <summary>Bumps around learned centers, weighted by a linear layer.</summary>
[Module]
internal partial class RadialBasisNet(int inputs, int centers, int classes)
{
    [Parameter("centers", "inputs")]
    public partial Tensor<float> Centers { get; set; } = Tensor.Randn(centers, inputs);

    [Parameter("centers")]
    public partial Tensor<float> Sharpness { get; set; } = Tensor.Full([centers], 2f);

    public Linear Output { get; } = new(centers, classes);

    [return: Shape("b classes")]
    public Tensor<float> Forward([Shape("b inputs")] Tensor<float> x) => Output.Forward(x.SquaredDistances(Centers).Bump(Sharpness));
}
