using System.Numerics;

namespace DslTensors;

/// <summary>Squared differences where they are small, magnitudes where they are large (PyTorch's <c>nn.SmoothL1Loss</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="reduction">What becomes of the losses of single elements.</param>
/// <param name="beta">Where the two forms meet.</param>
[Module]
public partial class SmoothL1Loss<T>(Reduction reduction = Reduction.Mean, double beta = 1)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>What becomes of the losses of single elements.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>Where the two forms meet.</summary>
    public double Beta { get; } = beta;

    /// <summary>The loss.</summary>
    [return: Shape("pairLoss(s, t, reduction)")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input, [Shape("t...")] Tensor<T> target) =>
        Tensor.SmoothL1Loss(input, target, Reduction, Beta);
}

/// <summary>Squared differences where they are small, magnitudes where they are large, for float tensors (PyTorch's <c>nn.SmoothL1Loss</c>).</summary>
/// <param name="reduction">What becomes of the losses of single elements.</param>
/// <param name="beta">Where the two forms meet.</param>
public class SmoothL1Loss(Reduction reduction = Reduction.Mean, double beta = 1) : SmoothL1Loss<float>(reduction, beta);
