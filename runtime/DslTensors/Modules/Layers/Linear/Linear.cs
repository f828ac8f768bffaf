using System.Numerics;

namespace DslTensors;

/// <summary>An affine map of the last dimension: x W' + b (PyTorch's <c>nn.Linear</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="inFeatures">The size of each input.</param>
/// <param name="outFeatures">The size of each output.</param>
/// <param name="bias">Whether a bias is added.</param>
[Module]
public partial class Linear<T>(int inFeatures, int outFeatures, bool bias = true)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The weight [outFeatures, inFeatures], at first evenly distributed within 1 / sqrt(inFeatures).</summary>
    [Parameter(nameof(outFeatures), nameof(inFeatures))]
    public partial Tensor<T> Weight { get; set; } = Init.KaimingUniform<T>(outFeatures, inFeatures);

    /// <summary>The bias [outFeatures], at first evenly distributed within 1 / sqrt(inFeatures); absent with <c>bias: false</c>.</summary>
    [Parameter(nameof(outFeatures), When = nameof(bias))]
    public partial Tensor<T>? Bias { get; set; } = bias ? Init.UniformWithinFan<T>(inFeatures, outFeatures) : null;

    /// <summary>The size of each input.</summary>
    public int InFeatures => Weight.Shape[1];

    /// <summary>The size of each output.</summary>
    public int OutFeatures => Weight.Shape[0];

    /// <summary>Maps the last dimension from inFeatures to outFeatures.</summary>
    [return: Shape("s... outFeatures")]
    public Tensor<T> Forward([Shape("s... inFeatures")] Tensor<T> input) => Tensor.Linear(input, Weight, Bias);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"in_features={InFeatures}, out_features={OutFeatures}, bias={Bias is not null}";
}

/// <summary>An affine map of the last dimension of float tensors (PyTorch's <c>nn.Linear</c>).</summary>
/// <param name="inFeatures">The size of each input.</param>
/// <param name="outFeatures">The size of each output.</param>
/// <param name="bias">Whether a bias is added.</param>
public class Linear(int inFeatures, int outFeatures, bool bias = true) : Linear<float>(inFeatures, outFeatures, bias);
