using System.Numerics;

namespace DslTensors;

/// <summary>A smooth form of ReLU, log(1 + exp(beta x)) / beta (PyTorch's <c>nn.Softplus</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="beta">How sharp the bend is.</param>
/// <param name="threshold">Where beta x is above it, the result is x.</param>
[Module]
public partial class Softplus<T>(double beta = 1, double threshold = 20)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>How sharp the bend is.</summary>
    public double Beta { get; } = beta;

    /// <summary>Where beta x is above it, the result is x.</summary>
    public double Threshold { get; } = threshold;

    /// <summary>Applies it to each element.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => input.Softplus(Beta, Threshold);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"beta={PythonText.Of(Beta)}, threshold={PythonText.Of(Threshold)}";
}

/// <summary>A smooth form of ReLU, log(1 + exp(beta x)) / beta, for float tensors (PyTorch's <c>nn.Softplus</c>).</summary>
/// <param name="beta">How sharp the bend is.</param>
/// <param name="threshold">Where beta x is above it, the result is x.</param>
public class Softplus(double beta = 1, double threshold = 20) : Softplus<float>(beta, threshold);
