using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The cross entropy between probabilities and what should be (PyTorch's <c>nn.functional.binary_cross_entropy</c>).</summary>
/// <param name="input">The predictions.</param>
/// <param name="target">What they should be, of the same shape.</param>
/// <param name="weight">A factor for each loss; it broadcasts.</param>
/// <param name="reduction">Mean, sum, or the loss of each element.</param>
/// <returns>The loss.</returns>
/// <exception cref="ShapeException">The shapes differ.</exception>
[TensorOp("s..., t..., w...? -> equalLoss(s, t, reduction)")]
public static partial class BinaryCrossEntropy
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> target, Tensor<T>? weight = null, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (input.Shape != target.Shape)
            throw new ShapeException($"Using a target size ({target.Shape}) that is different to the input size ({input.Shape}) is deprecated. Please ensure they have the same size. Reshape one of them.");
        var losses = ElementLosses.CrossEntropyOfProbability(input, target, null);
        return ReducedLoss.Of(weight is null ? losses : losses * weight, reduction);
    }
}
