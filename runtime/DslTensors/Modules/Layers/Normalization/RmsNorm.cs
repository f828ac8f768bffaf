using System.Numerics;

namespace DslTensors;

/// <summary>Divides the last dimensions by their root mean square, then scales each place (PyTorch's <c>nn.RMSNorm</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="normalizedShape">The sizes of the last dimensions: a number, or several.</param>
/// <param name="eps">Added to the mean square; by default the distance from 1 to the next number of the type, of float for halves.</param>
/// <param name="elementwiseAffine">Whether a scale of each place is learned.</param>
[Module]
public partial class RmsNorm<T>(PerDimension normalizedShape, double? eps = null, bool elementwiseAffine = true)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The scale of each place, at first 1; absent with <c>elementwiseAffine: false</c>.</summary>
    [Parameter(When = nameof(elementwiseAffine)), Shape("s...")]
    public partial Tensor<T>? Weight { get; set; } = elementwiseAffine ? Init.Ones<T>([.. normalizedShape]) : null;

    /// <summary>The sizes of the dimensions that are normalised.</summary>
    public IReadOnlyList<int> NormalizedShape { get; } = [.. normalizedShape];

    /// <summary>Added to the mean square; <see langword="null"/> for the type's own.</summary>
    public double? Eps { get; } = eps;

    /// <summary>Whether a scale of each place is learned.</summary>
    public bool ElementwiseAffine { get; } = elementwiseAffine;

    /// <summary>Normalises the last dimensions.</summary>
    [return: Shape("ending(s, normalizedShape)")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => input.RmsNorm([.. NormalizedShape], Weight, Eps);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"{PythonText.Tuple(NormalizedShape)}, eps={PythonText.Of(Eps)}, elementwise_affine={ElementwiseAffine}";
}

/// <summary>Divides the last dimensions by their root mean square, then scales each place, for float tensors (PyTorch's <c>nn.RMSNorm</c>).</summary>
/// <param name="normalizedShape">The sizes of the last dimensions: a number, or several.</param>
/// <param name="eps">Added to the mean square; by default the distance from 1 to the next number of the type, of float for halves.</param>
/// <param name="elementwiseAffine">Whether a scale of each place is learned.</param>
public class RmsNorm(PerDimension normalizedShape, double? eps = null, bool elementwiseAffine = true)
    : RmsNorm<float>(normalizedShape, eps, elementwiseAffine);
