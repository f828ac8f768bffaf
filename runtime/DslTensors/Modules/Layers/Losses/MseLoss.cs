using System.Numerics;

namespace DslTensors;

/// <summary>The squared differences of two tensors (PyTorch's <c>nn.MSELoss</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="reduction">What becomes of the losses of single elements.</param>
[Module]
public partial class MseLoss<T>(Reduction reduction = Reduction.Mean)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>What becomes of the losses of single elements.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss.</summary>
    [return: Shape("pairLoss(s, t, reduction)")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input, [Shape("t...")] Tensor<T> target) => Tensor.MseLoss(input, target, Reduction);
}

/// <summary>The squared differences of two tensors, for float tensors (PyTorch's <c>nn.MSELoss</c>).</summary>
/// <param name="reduction">What becomes of the losses of single elements.</param>
public class MseLoss(Reduction reduction = Reduction.Mean) : MseLoss<float>(reduction);
