using System.Numerics;

namespace DslTensors;

/// <summary>Each element if it is positive, otherwise the element times a slope that is learned (PyTorch's <c>nn.PReLU</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="numParameters">1 for one slope, or the number of channels for one each.</param>
/// <param name="init">What the slopes start from.</param>
[Module]
public partial class Prelu<T>(int numParameters = 1, double init = 0.25)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The slopes [numParameters].</summary>
    [Parameter(nameof(numParameters))]
    public partial Tensor<T> Weight { get; set; } = Init.Constant<T>(init, numParameters);

    /// <summary>The number of slopes.</summary>
    public int NumParameters => Weight.Shape[0];

    /// <summary>Applies the slope of each channel.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => input.Prelu(Weight);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"num_parameters={NumParameters}";
}

/// <summary>Each element if it is positive, otherwise the element times a slope that is learned, for float tensors (PyTorch's <c>nn.PReLU</c>).</summary>
/// <param name="numParameters">1 for one slope, or the number of channels for one each.</param>
/// <param name="init">What the slopes start from.</param>
public class Prelu(int numParameters = 1, double init = 0.25) : Prelu<float>(numParameters, init);
