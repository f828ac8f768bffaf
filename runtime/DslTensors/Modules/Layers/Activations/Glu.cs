using System.Numerics;

namespace DslTensors;

/// <summary>The first half along a dimension times the sigmoid of the second half (PyTorch's <c>nn.GLU</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="dim">The dimension, of even size.</param>
[Module]
public partial class Glu<T>(int dim = -1)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The dimension.</summary>
    public int Dim { get; } = dim;

    /// <summary>Halves the dimension.</summary>
    [return: Shape("h...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => input.Glu(Dim);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"dim={Dim}";
}

/// <summary>The first half along a dimension times the sigmoid of the second half, for float tensors (PyTorch's <c>nn.GLU</c>).</summary>
/// <param name="dim">The dimension, of even size.</param>
public class Glu(int dim = -1) : Glu<float>(dim);
