using System.Numerics;

namespace DslTensors;

/// <summary>Divides each channel by a power of the mean square of its neighbours (PyTorch's <c>nn.LocalResponseNorm</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="size">How many neighbouring channels count.</param>
/// <param name="alpha">A factor on the mean square.</param>
/// <param name="beta">The power.</param>
/// <param name="k">Added before the power is taken.</param>
[Module]
public partial class LocalResponseNorm<T>(int size, double alpha = 1e-4, double beta = 0.75, double k = 1)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>How many neighbouring channels count.</summary>
    public int Size { get; } = size;

    /// <summary>A factor on the mean square.</summary>
    public double Alpha { get; } = alpha;

    /// <summary>The power.</summary>
    public double Beta { get; } = beta;

    /// <summary>Added before the power is taken.</summary>
    public double K { get; } = k;

    /// <summary>Normalises each channel.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => input.LocalResponseNorm(Size, Alpha, Beta, K);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"{Size}, alpha={PythonText.Of(Alpha)}, beta={PythonText.Of(Beta)}, k={PythonText.Of(K)}";
}

/// <summary>Divides each channel by a power of the mean square of its neighbours, for float tensors (PyTorch's <c>nn.LocalResponseNorm</c>).</summary>
/// <param name="size">How many neighbouring channels count.</param>
/// <param name="alpha">A factor on the mean square.</param>
/// <param name="beta">The power.</param>
/// <param name="k">Added before the power is taken.</param>
public class LocalResponseNorm(int size, double alpha = 1e-4, double beta = 0.75, double k = 1) : LocalResponseNorm<float>(size, alpha, beta, k);
