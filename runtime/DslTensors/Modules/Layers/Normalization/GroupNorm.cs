using System.Numerics;

namespace DslTensors;

/// <summary>
/// Brings groups of channels of each example to mean 0 and variance 1, then scales and shifts each channel (PyTorch's <c>nn.GroupNorm</c>).
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="numGroups">The number of groups.</param>
/// <param name="numChannels">The number of channels, a multiple of the number of groups.</param>
/// <param name="eps">Added to the variance.</param>
/// <param name="affine">Whether a scale and a shift of each channel are learned.</param>
/// <exception cref="TensorException">The channels can't be divided into the groups.</exception>
[Module]
public partial class GroupNorm<T>(int numGroups, int numChannels, double eps = 1e-5, bool affine = true)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The number of groups.</summary>
    public int NumGroups { get; } = numGroups > 0 && numChannels % numGroups == 0
        ? numGroups
        : throw new TensorException($"num_channels must be divisible by num_groups. GroupNorm: there are {numChannels} channels for {numGroups} groups.");

    /// <summary>The scale of each channel [numChannels], at first 1; absent with <c>affine: false</c>.</summary>
    [Parameter(nameof(numChannels), When = nameof(affine))]
    public partial Tensor<T>? Weight { get; set; } = affine ? Init.Ones<T>(numChannels) : null;

    /// <summary>The shift of each channel [numChannels], at first 0; absent with <c>affine: false</c>.</summary>
    [Parameter(nameof(numChannels), When = nameof(affine))]
    public partial Tensor<T>? Bias { get; set; } = affine ? Init.Zeros<T>(numChannels) : null;

    /// <summary>The number of channels.</summary>
    public int NumChannels { get; } = numChannels;

    /// <summary>Added to the variance.</summary>
    public double Eps { get; } = eps;

    /// <summary>Whether a scale and a shift of each channel are learned.</summary>
    public bool Affine { get; } = affine;

    /// <summary>Normalises each group.</summary>
    [return: Shape("b numChannels s...")]
    public Tensor<T> Forward([Shape("b numChannels s...")] Tensor<T> input) => input.GroupNorm(NumGroups, Weight, Bias, Eps);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"{NumGroups}, {NumChannels}, eps={PythonText.Of(Eps)}, affine={Affine}";
}

/// <summary>
/// Brings groups of channels of each example to mean 0 and variance 1, then scales and shifts each channel, for float tensors (PyTorch's
/// <c>nn.GroupNorm</c>).
/// </summary>
/// <param name="numGroups">The number of groups.</param>
/// <param name="numChannels">The number of channels, a multiple of the number of groups.</param>
/// <param name="eps">Added to the variance.</param>
/// <param name="affine">Whether a scale and a shift of each channel are learned.</param>
/// <exception cref="TensorException">The channels can't be divided into the groups.</exception>
public class GroupNorm(int numGroups, int numChannels, double eps = 1e-5, bool affine = true) : GroupNorm<float>(numGroups, numChannels, eps, affine);
