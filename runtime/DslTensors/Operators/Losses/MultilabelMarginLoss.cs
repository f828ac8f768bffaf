using System.Numerics;

namespace DslTensors.Operators;

/// <summary>How much of a margin of 1 the right classes lack over each other one (PyTorch's <c>nn.functional.multilabel_margin_loss</c>).</summary>
/// <param name="input">Scores, [b, c] or [c].</param>
/// <param name="target">The right classes of each example, up to the first -1, in the shape of the scores.</param>
/// <param name="reduction">Mean, sum, or all losses.</param>
/// <returns>The loss.</returns>
/// <exception cref="ShapeException">The shapes differ, or there are more dimensions.</exception>
/// <exception cref="DimensionException">A class is out of range.</exception>
[TensorOp("s..., t... -> losses...")]
public static partial class MultilabelMarginLoss
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<long> target, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (input.Rank > 2)
            throw new ShapeException($"Expected non-empty vector or matrix with optional 0-dim batch size, but got: {input.Shape}. multilabel_margin_loss takes scores [b, c] or [c].");
        if (input.Shape != target.Shape)
            throw new ShapeException($"inconsistent target size: {target.Shape} for input of size: {input.Shape}. multilabel_margin_loss: each score's example has as many places for classes.");
        var scores = input.Rank == 2 ? input : input.Reshape(1, -1);
        var (examples, classes) = (scores.Shape[0], scores.Shape[1]);
        var (places, right) = (target.ToArray(), new bool[examples * classes]);
        var pairs = new List<(int Example, long Right)>();
        for (var example = 0; example < examples; example++)
        {
            for (var k = 0; k < classes && places[(example * classes) + k] is var label && label >= 0; k++)
            {
                if (label >= classes)
                    throw new DimensionException($"target out of range: class {label} of example {example}. multilabel_margin_loss: there are {classes} classes.");
                right[(example * classes) + label] = true;
                pairs.Add((example, label));
            }
        }

        // A row for each right class: what it lacks over every class, of which only wrong ones count.
        var rows = scores.IndexSelect(0, Tensor.From([.. pairs.Select(pair => (long)pair.Example)]));
        var own = rows.Gather(1, Tensor.From([.. pairs.Select(pair => pair.Right)]).Reshape(-1, 1));
        var isRight = Tensor.From(right).Reshape(examples, classes).IndexSelect(0, Tensor.From([.. pairs.Select(pair => (long)pair.Example)]));
        var lacking = (1 - own + rows).ClampMin(0).MaskedFill(isRight, 0).Sum(1) / classes;
        var losses = Tensor.Zeros<T>(examples).IndexAdd(0, Tensor.From([.. pairs.Select(pair => (long)pair.Example)]), lacking);
        return ReducedLoss.Of(input.Rank == 2 ? losses : losses.Reshape(), reduction);
    }
}
