using System.Numerics;

namespace DslTensors;

/// <summary>Brings the last dimensions to mean 0 and variance 1, then scales and shifts each place (PyTorch's <c>nn.LayerNorm</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="normalizedShape">The sizes of the last dimensions: a number, or several.</param>
/// <param name="eps">Added to the variance.</param>
/// <param name="elementwiseAffine">Whether a scale and a shift of each place are learned.</param>
/// <param name="bias">Whether there is a shift; only where there is a scale.</param>
[Module]
public partial class LayerNorm<T>(PerDimension normalizedShape, double eps = 1e-5, bool elementwiseAffine = true, bool bias = true)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The scale of each place, at first 1; absent with <c>elementwiseAffine: false</c>.</summary>
    [Parameter(When = nameof(elementwiseAffine)), Shape("s...")]
    public partial Tensor<T>? Weight { get; set; } = elementwiseAffine ? Init.Ones<T>([.. normalizedShape]) : null;

    /// <summary>The shift of each place, at first 0; absent without a scale or with <c>bias: false</c>.</summary>
    [Parameter(When = nameof(elementwiseAffine)), Shape("s...")]
    public partial Tensor<T>? Bias { get; set; } = elementwiseAffine && bias ? Init.Zeros<T>([.. normalizedShape]) : null;

    /// <summary>The sizes of the dimensions that are normalised.</summary>
    public IReadOnlyList<int> NormalizedShape { get; } = [.. normalizedShape];

    /// <summary>Added to the variance.</summary>
    public double Eps { get; } = eps;

    /// <summary>Whether a scale of each place is learned.</summary>
    public bool ElementwiseAffine { get; } = elementwiseAffine;

    /// <summary>Normalises the last dimensions.</summary>
    [return: Shape("ending(s, normalizedShape)")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => input.LayerNorm([.. NormalizedShape], Weight, Bias, Eps);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"{PythonText.Tuple(NormalizedShape)}, eps={PythonText.Of(Eps)}, elementwise_affine={ElementwiseAffine}";
}

/// <summary>
/// Brings the last dimensions to mean 0 and variance 1, then scales and shifts each place, for float tensors (PyTorch's <c>nn.LayerNorm</c>).
/// </summary>
/// <param name="normalizedShape">The sizes of the last dimensions: a number, or several.</param>
/// <param name="eps">Added to the variance.</param>
/// <param name="elementwiseAffine">Whether a scale and a shift of each place are learned.</param>
/// <param name="bias">Whether there is a shift; only where there is a scale.</param>
public class LayerNorm(PerDimension normalizedShape, double eps = 1e-5, bool elementwiseAffine = true, bool bias = true)
    : LayerNorm<float>(normalizedShape, eps, elementwiseAffine, bias);
