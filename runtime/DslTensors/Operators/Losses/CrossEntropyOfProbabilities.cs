using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The cross entropy between class scores and probabilities of the classes (PyTorch's <c>nn.functional.cross_entropy</c> with a real target).</summary>
/// <param name="input">Scores (logits), [b, c], [b, c, d...], or [c] for one example.</param>
/// <param name="target">The probability of each class, in the shape of the scores.</param>
/// <param name="weight">A weight for each class, [c].</param>
/// <param name="ignoreIndex">Not for probabilities: they have no class to ignore.</param>
/// <param name="reduction">Mean (over the examples, whatever the weights), sum, or the loss of each example.</param>
/// <param name="labelSmoothing">The part of the probabilities, 0 to 1, that is spread evenly over all classes.</param>
/// <returns>The loss; of each example, the shape without the classes.</returns>
/// <exception cref="ShapeException">The shapes differ, or there is not a weight for each class.</exception>
/// <exception cref="TensorException">A class to ignore is given, or the smoothing is out of range.</exception>
[TensorOp("i..., t..., w...? -> losses...", Method = "CrossEntropy")]
public static partial class CrossEntropyOfProbabilities
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> target, Tensor<T>? weight = null, int ignoreIndex = -100, Reduction reduction = Reduction.Mean, double labelSmoothing = 0)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        CheckShapes(input, target);
        if (ignoreIndex >= 0)
            throw new TensorException($"ignore_index is not supported for floating point target. cross_entropy: it is {ignoreIndex}; give class indices, or leave it out.");
        CrossEntropy.CheckSmoothing(labelSmoothing);
        var classDim = input.Rank == 1 ? 0 : 1;
        var classes = input.Shape[classDim];
        if (weight is not null && (weight.Rank != 1 || weight.Shape[0] != classes))
            throw new ShapeException($"cross_entropy: weight tensor should be defined either for all {classes} classes or no classes but got weight tensor of shape: {weight.Shape}. Give [{classes}].");

        var shares = labelSmoothing == 0 ? target : (target * (1 - labelSmoothing)) + (labelSmoothing / classes);
        var products = input.LogSoftmax(classDim) * shares;
        if (weight is not null)
            products *= weight.Reshape([classes, .. Enumerable.Repeat(1, input.Rank - classDim - 1)]);
        return reduction switch
        {
            Reduction.None => -products.Sum(classDim),
            Reduction.Sum => -products.Sum(),
            _ => -products.Sum() / ((double)input.Count / classes),
        };
    }

    private static void CheckShapes(Tensor input, Tensor target)
    {
        if (input.Rank == 0)
            throw new ShapeException("input tensor should be 1D or 2D. cross_entropy: 'input' is a scalar; bring it to [batch, classes].");
        if (input.Shape == target.Shape)
            return;
        if (input.Rank > 1 && target.Rank > 0 && input.Shape[0] != target.Shape[0])
            throw new ShapeException($"Expected input batch_size ({input.Shape[0]}) to match target batch_size ({target.Shape[0]}). 'input' has shape {input.Shape}, 'target' {target.Shape}.");
        throw new ShapeException($"expected scalar type Long but found {target.DType}. cross_entropy: 'target' has shape {target.Shape} and 'input' {input.Shape}; give class indices (long), or probabilities in the shape of the scores.");
    }
}
