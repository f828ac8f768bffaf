using System.Numerics;

namespace DslTensors;

/// <summary>A bilinear map of two last dimensions: x1 W x2 + b (PyTorch's <c>nn.Bilinear</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="in1Features">The size of each first input.</param>
/// <param name="in2Features">The size of each second input.</param>
/// <param name="outFeatures">The size of each output.</param>
/// <param name="bias">Whether a bias is added.</param>
[Module]
public partial class Bilinear<T>(int in1Features, int in2Features, int outFeatures, bool bias = true)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The weight [outFeatures, in1Features, in2Features], at first evenly distributed within 1 / sqrt(in1Features).</summary>
    [Parameter(nameof(outFeatures), nameof(in1Features), nameof(in2Features))]
    public partial Tensor<T> Weight { get; set; } = Init.UniformWithinFan<T>(in1Features, outFeatures, in1Features, in2Features);

    /// <summary>The bias [outFeatures], at first evenly distributed within 1 / sqrt(in1Features); absent with <c>bias: false</c>.</summary>
    [Parameter(nameof(outFeatures), When = nameof(bias))]
    public partial Tensor<T>? Bias { get; set; } = bias ? Init.UniformWithinFan<T>(in1Features, outFeatures) : null;

    /// <summary>Maps the last dimensions of both inputs to outFeatures.</summary>
    [return: Shape("s... outFeatures")]
    public Tensor<T> Forward([Shape("s... in1Features")] Tensor<T> input1, [Shape("s... in2Features")] Tensor<T> input2) =>
        Tensor.Bilinear(input1, input2, Weight, Bias);

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        $"in1_features={Weight.Shape[1]}, in2_features={Weight.Shape[2]}, out_features={Weight.Shape[0]}, bias={Bias is not null}";
}

/// <summary>A bilinear map of two last dimensions: x1 W x2 + b, for float tensors (PyTorch's <c>nn.Bilinear</c>).</summary>
/// <param name="in1Features">The size of each first input.</param>
/// <param name="in2Features">The size of each second input.</param>
/// <param name="outFeatures">The size of each output.</param>
/// <param name="bias">Whether a bias is added.</param>
public class Bilinear(int in1Features, int in2Features, int outFeatures, bool bias = true)
    : Bilinear<float>(in1Features, in2Features, outFeatures, bias);
