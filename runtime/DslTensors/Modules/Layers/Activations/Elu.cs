using System.Numerics;

namespace DslTensors;

/// <summary>Each element if it is positive, otherwise alpha (exp(x) - 1) (PyTorch's <c>nn.ELU</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="alpha">What large negative elements tend to, with its sign turned.</param>
/// <param name="inplace">Whether the result is written over the input.</param>
[Module]
public partial class Elu<T>(double alpha = 1, bool inplace = false)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>What large negative elements tend to, with its sign turned.</summary>
    public double Alpha { get; } = alpha;

    /// <summary>Whether the result is written over the input.</summary>
    public bool Inplace { get; } = inplace;

    /// <summary>Applies it to each element.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => Inplace ? input.EluInPlace(Alpha) : input.Elu(Alpha);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"alpha={PythonText.Of(Alpha)}{(Inplace ? ", inplace=True" : "")}";
}

/// <summary>Each element if it is positive, otherwise alpha (exp(x) - 1), for float tensors (PyTorch's <c>nn.ELU</c>).</summary>
/// <param name="alpha">What large negative elements tend to, with its sign turned.</param>
/// <param name="inplace">Whether the result is written over the input.</param>
public class Elu(double alpha = 1, bool inplace = false) : Elu<float>(alpha, inplace);
