using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The cross entropy between class scores and the right classes (PyTorch's <c>nn.functional.cross_entropy</c>).</summary>
/// <param name="input">Scores (logits), [b, c], [b, c, d...], or [c] for one example.</param>
/// <param name="target">The right classes, 0 to c - 1, [b], [b, d...], or a scalar.</param>
/// <param name="weight">A weight for each class, [c].</param>
/// <param name="ignoreIndex">Examples of this class count for nothing.</param>
/// <param name="reduction">Mean (by weight), sum, or the loss of each example.</param>
/// <param name="labelSmoothing">The part of the right class, 0 to 1, that is spread evenly over all classes.</param>
/// <returns>The loss.</returns>
/// <exception cref="ShapeException">Ranks or batch sizes don't fit.</exception>
/// <exception cref="DimensionException">A class is out of range.</exception>
/// <exception cref="TensorException">The smoothing is out of range.</exception>
[TensorOp("i..., t..., w...? -> classLoss(i, t, reduction, w)")]
public static partial class CrossEntropy
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<long> target, Tensor<T>? weight = null, int ignoreIndex = -100, Reduction reduction = Reduction.Mean, double labelSmoothing = 0)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        CheckSmoothing(labelSmoothing);
        if (labelSmoothing == 0 && input.Device.Backend is null && reduction != Reduction.None && input.Rank == 2 && target.Rank == 1 && input.Shape[0] == target.Shape[0])
            return ClassLoss.Apply(input, target, weight, ignoreIndex, reduction).Result;

        var classDim = input.Rank == 1 ? 0 : 1;
        var logarithms = input.LogSoftmax(classDim);
        var loss = logarithms.NllLoss(target, weight, ignoreIndex, reduction);
        if (labelSmoothing == 0)
            return loss;

        var classes = input.Shape[classDim];
        var weighted = weight is null ? logarithms : logarithms * weight.Reshape([classes, .. Enumerable.Repeat(1, input.Rank - classDim - 1)]);
        var even = -weighted.Sum(classDim).MaskedFill(target.Eq(ignoreIndex), 0);
        even = reduction switch
        {
            Reduction.None => even,
            Reduction.Sum => even.Sum(),
            _ => even.Sum() / ClassTargets.TotalWeight(target, ignoreIndex, weight),
        };
        return (loss * (1 - labelSmoothing)) + (even * (labelSmoothing / classes));
    }

    /// <summary>Refuses a part that is none.</summary>
    internal static void CheckSmoothing(double labelSmoothing)
    {
        if (labelSmoothing is not (>= 0 and <= 1))
            throw new TensorException($"label_smoothing must be between 0.0 and 1.0. Got: {labelSmoothing}");
    }
}
