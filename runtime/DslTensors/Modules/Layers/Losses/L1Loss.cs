using System.Numerics;

namespace DslTensors;

/// <summary>The magnitudes of the differences of two tensors (PyTorch's <c>nn.L1Loss</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="reduction">What becomes of the losses of single elements.</param>
[Module]
public partial class L1Loss<T>(Reduction reduction = Reduction.Mean)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>What becomes of the losses of single elements.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss.</summary>
    [return: Shape("pairLoss(s, t, reduction)")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input, [Shape("t...")] Tensor<T> target) => Tensor.L1Loss(input, target, Reduction);
}

/// <summary>The magnitudes of the differences of two tensors, for float tensors (PyTorch's <c>nn.L1Loss</c>).</summary>
/// <param name="reduction">What becomes of the losses of single elements.</param>
public class L1Loss(Reduction reduction = Reduction.Mean) : L1Loss<float>(reduction);
