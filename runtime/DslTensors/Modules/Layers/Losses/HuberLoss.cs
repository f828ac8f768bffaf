using System.Numerics;

namespace DslTensors;

/// <summary>Squared differences where they are small, magnitudes times delta where they are large (PyTorch's <c>nn.HuberLoss</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="reduction">What becomes of the losses of single elements.</param>
/// <param name="delta">Where the two forms meet.</param>
[Module]
public partial class HuberLoss<T>(Reduction reduction = Reduction.Mean, double delta = 1)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>What becomes of the losses of single elements.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>Where the two forms meet.</summary>
    public double Delta { get; } = delta;

    /// <summary>The loss.</summary>
    [return: Shape("pairLoss(s, t, reduction)")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input, [Shape("t...")] Tensor<T> target) => Tensor.HuberLoss(input, target, Reduction, Delta);
}

/// <summary>
/// Squared differences where they are small, magnitudes times delta where they are large, for float tensors (PyTorch's <c>nn.HuberLoss</c>).
/// </summary>
/// <param name="reduction">What becomes of the losses of single elements.</param>
/// <param name="delta">Where the two forms meet.</param>
public class HuberLoss(Reduction reduction = Reduction.Mean, double delta = 1) : HuberLoss<float>(reduction, delta);
