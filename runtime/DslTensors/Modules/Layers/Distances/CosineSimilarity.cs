using System.Numerics;

namespace DslTensors;

/// <summary>The cosine of the angle between vectors of two tensors (PyTorch's <c>nn.CosineSimilarity</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="dim">The dimension along which the vectors lie.</param>
/// <param name="eps">The least length that is divided by.</param>
[Module]
public partial class CosineSimilarity<T>(int dim = 1, double eps = 1e-8)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The dimension along which the vectors lie.</summary>
    public int Dim { get; } = dim;

    /// <summary>The least length that is divided by.</summary>
    public double Eps { get; } = eps;

    /// <summary>The cosines; both inputs broadcast.</summary>
    public Tensor<T> Forward(Tensor<T> x1, Tensor<T> x2) => Tensor.CosineSimilarity(x1, x2, Dim, Eps);
}

/// <summary>The cosine of the angle between vectors of two tensors, for float tensors (PyTorch's <c>nn.CosineSimilarity</c>).</summary>
/// <param name="dim">The dimension along which the vectors lie.</param>
/// <param name="eps">The least length that is divided by.</param>
public class CosineSimilarity(int dim = 1, double eps = 1e-8) : CosineSimilarity<float>(dim, eps);
