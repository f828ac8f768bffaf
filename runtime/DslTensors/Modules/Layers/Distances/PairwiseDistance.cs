using System.Numerics;

namespace DslTensors;

/// <summary>The distance between vectors of two tensors, along their last dimension (PyTorch's <c>nn.PairwiseDistance</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="p">Which norm.</param>
/// <param name="eps">Added to each difference.</param>
/// <param name="keepDim">Whether the last dimension stays, with size 1.</param>
[Module]
public partial class PairwiseDistance<T>(double p = 2, double eps = 1e-6, bool keepDim = false)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Which norm.</summary>
    public double P { get; } = p;

    /// <summary>Added to each difference.</summary>
    public double Eps { get; } = eps;

    /// <summary>Whether the last dimension stays, with size 1.</summary>
    public bool KeepDim { get; } = keepDim;

    /// <summary>The distances; both inputs broadcast.</summary>
    public Tensor<T> Forward(Tensor<T> x1, Tensor<T> x2) => Tensor.PairwiseDistance(x1, x2, P, Eps, KeepDim);
}

/// <summary>The distance between vectors of two tensors, along their last dimension, for float tensors (PyTorch's <c>nn.PairwiseDistance</c>).</summary>
/// <param name="p">Which norm.</param>
/// <param name="eps">Added to each difference.</param>
/// <param name="keepDim">Whether the last dimension stays, with size 1.</param>
public class PairwiseDistance(double p = 2, double eps = 1e-6, bool keepDim = false) : PairwiseDistance<float>(p, eps, keepDim);
