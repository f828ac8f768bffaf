using System.Numerics;

namespace DslTensors;

/// <summary>Each element if it is positive, otherwise alpha (exp(x / alpha) - 1) (PyTorch's <c>nn.CELU</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="alpha">What large negative elements tend to, with its sign turned; not 0.</param>
/// <param name="inplace">Whether the result is written over the input.</param>
[Module]
public partial class Celu<T>(double alpha = 1, bool inplace = false)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>What large negative elements tend to, with its sign turned; not 0.</summary>
    public double Alpha { get; } = alpha;

    /// <summary>Whether the result is written over the input.</summary>
    public bool Inplace { get; } = inplace;

    /// <summary>Applies it to each element.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => Inplace ? input.CeluInPlace(Alpha) : input.Celu(Alpha);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"alpha={PythonText.Of(Alpha)}{(Inplace ? ", inplace=True" : "")}";
}

/// <summary>Each element if it is positive, otherwise alpha (exp(x / alpha) - 1), for float tensors (PyTorch's <c>nn.CELU</c>).</summary>
/// <param name="alpha">What large negative elements tend to, with its sign turned; not 0.</param>
/// <param name="inplace">Whether the result is written over the input.</param>
public class Celu(double alpha = 1, bool inplace = false) : Celu<float>(alpha, inplace);
