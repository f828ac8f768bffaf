using System.Numerics;

namespace DslTensors;

/// <summary>The logarithms of softmax along a dimension (PyTorch's <c>nn.LogSoftmax</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="dim">The dimension; PyTorch's old choice where there is none: the first of 0, 1 or 3 dimensions, else the second.</param>
[Module]
public partial class LogSoftmax<T>(int? dim = null)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The dimension.</summary>
    public int? Dim { get; } = dim;

    /// <summary>Computes it along the dimension.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => input.LogSoftmax(Dim ?? (input.Rank is 0 or 1 or 3 ? 0 : 1));

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"dim={(Dim is { } dim ? dim : "None")}";
}

/// <summary>The logarithms of softmax along a dimension, for float tensors (PyTorch's <c>nn.LogSoftmax</c>).</summary>
/// <param name="dim">The dimension; PyTorch's old choice where there is none: the first of 0, 1 or 3 dimensions, else the second.</param>
public class LogSoftmax(int? dim = null) : LogSoftmax<float>(dim);
