using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The negative log likelihood of the right classes (PyTorch's <c>nll_loss</c>).</summary>
/// <param name="input">Logarithms of class probabilities, [b, c], [b, c, d...], or [c] for one example.</param>
/// <param name="target">The right classes, 0 to c - 1, [b], [b, d...], or a scalar.</param>
/// <param name="weight">A weight for each class, [c].</param>
/// <param name="ignoreIndex">Examples of this class count for nothing.</param>
/// <param name="reduction">Mean (by weight), sum, or the loss of each example.</param>
/// <returns>The loss.</returns>
/// <exception cref="ShapeException">Ranks or batch sizes don't fit.</exception>
/// <exception cref="DimensionException">A class is out of range.</exception>
[TensorOp("i..., t..., w...? -> classLoss(i, t, reduction, w)")]
public static partial class NllLoss
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<long> target, Tensor<T>? weight = null, int ignoreIndex = -100, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Check(input, target);
        var rows = input.Rank switch
        {
            1 => input.Unsqueeze(0),
            2 => input,
            _ => input.Flatten(2).Transpose(1, 2).Reshape((int)target.Count, input.Shape[1]),
        };
        var losses = PickedLoss.Apply(rows, target.Reshape(-1), weight, ignoreIndex, null);
        return reduction switch
        {
            Reduction.None => losses.Reshape(target.Shape.ToArray()),
            Reduction.Sum => losses.Sum(),
            _ => losses.Sum() / ClassTargets.TotalWeight(target, ignoreIndex, weight),
        };
    }

    private static void Check<T>(Tensor<T> input, Tensor<long> target)
        where T : unmanaged
    {
        if (input.Rank == 0)
            throw new ShapeException($"input tensor should be 1D or 2D. nll_loss: 'input' has shape {input.Shape}; bring it to [batch, classes].");
        if (target.Rank != input.Rank - 1)
            throw new ShapeException($"0D or 1D target tensor expected, multi-target not supported. nll_loss: 'target' has shape {target.Shape}, but 'input' {input.Shape} asks for class indices of rank {input.Rank - 1}.");
        if (input.Rank > 2 && !target.Shape.AsSpan()[1..].SequenceEqual(input.Shape.AsSpan()[2..]))
            throw new ShapeException($"Expected target size [{input.Shape[0]}, {string.Join(", ", input.Shape.Skip(2))}], got {target.Shape}. 'input' has shape {input.Shape}: its second dimension is the classes'.");
        if (input.Rank >= 2 && input.Shape[0] != target.Shape[0])
            throw new ShapeException($"Expected input batch_size ({input.Shape[0]}) to match target batch_size ({target.Shape[0]}). 'input' has shape {input.Shape}, 'target' {target.Shape}.");
    }
}
