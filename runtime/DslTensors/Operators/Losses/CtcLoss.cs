using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The negative logarithm of the probability of label sequences under all their alignments (PyTorch's <c>nn.functional.ctc_loss</c>; Graves and others, 2006).</summary>
/// <remarks>
/// Composed of other operators step by step in time, so that every derivative exists. The gradient is the derivative by <paramref name="logProbs"/>;
/// PyTorch adds the probabilities to it, which a <c>LogSoftmax</c> in front takes out again: behind one both are the same.
/// </remarks>
/// <param name="logProbs">Logarithms of class probabilities, [time, b, c], or [time, c] for one sequence.</param>
/// <param name="targets">The labels, [b, longest], or one behind the other.</param>
/// <param name="inputLengths">The time of each sequence, [b].</param>
/// <param name="targetLengths">The number of labels of each, [b].</param>
/// <param name="blank">The class that stands for no label.</param>
/// <param name="reduction">Mean (of the losses divided by the numbers of labels), sum, or all losses.</param>
/// <param name="zeroInfinity">Whether losses of sequences that can't be aligned count as 0, also for the gradient.</param>
/// <returns>The loss.</returns>
/// <exception cref="ShapeException">The shapes don't fit.</exception>
/// <exception cref="TensorException">A length or the blank is out of range.</exception>
[TensorOp("s..., t..., i..., n... -> ctcLoss(s, t, i, n, reduction)")]
public static partial class CtcLoss
{
    // The logarithm of no probability; of minus infinity a gradient would be NaN.
    private const double Impossible = -1e30;

    private static Tensor<T> Compose<T>(
        Tensor<T> logProbs, Tensor<long> targets, Tensor<long> inputLengths, Tensor<long> targetLengths, int blank = 0, Reduction reduction = Reduction.Mean, bool zeroInfinity = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (logProbs.Rank is not (2 or 3))
            throw new ShapeException($"log_probs tensor must be 2D or 3D, but it has shape {logProbs.Shape}. ctc_loss takes [time, b, c] or [time, c].");
        var probs = logProbs.Rank == 2 ? logProbs.Unsqueeze(1) : logProbs;
        var (times, labels) = (inputLengths.ToArray(), targetLengths.ToArray());
        Check(probs, times, labels, blank);
        var extended = Extended(targets, labels, blank);
        var losses = -Likelihoods(probs, Tensor.From(extended), times, labels, blank);
        losses = Tensor.Where(losses.Gt(-Impossible / 2), zeroInfinity ? 0 : double.PositiveInfinity, losses);
        if (reduction == Reduction.Mean)
            return (losses / targetLengths.Reshape(-1).ClampMin(1).To<T>()).Mean();
        return ReducedLoss.Of(logProbs.Rank == 2 ? losses.Reshape() : losses, reduction);
    }

    // For each sequence blank, label, blank, label, ..., blank.
    private static long[,] Extended(Tensor<long> targets, long[] lengths, int blank)
    {
        var all = targets.ToArray();
        var (longest, width) = ((int)lengths.DefaultIfEmpty().Max(), targets.Rank == 2 ? targets.Shape[1] : -1);
        var extended = new long[lengths.Length, (2 * longest) + 1];
        var start = 0;
        for (var i = 0; i < lengths.Length; i++)
        {
            for (var k = 0; k <= longest; k++)
            {
                extended[i, 2 * k] = blank;
                if (k < longest)
                    extended[i, (2 * k) + 1] = k < lengths[i] ? all[(width < 0 ? start : i * width) + k] : blank;
            }

            start += (int)lengths[i];
        }

        return extended;
    }

    private static Tensor<T> Likelihoods<T>(Tensor<T> probs, Tensor<long> extended, long[] times, long[] labels, int blank)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (steps, states) = (extended.Shape[1], extended.Shape[0]);

        // A step may skip a blank between different labels.
        var skips = Cat.Apply<bool>([Tensor.Zeros<bool>(states, 2), extended.Narrow(1, 2, Math.Max(0, steps - 2)).Ne(extended.Narrow(1, 0, Math.Max(0, steps - 2)))], 1, null).Narrow(1, 0, steps);
        skips = skips.LogicalAnd(extended.Ne(blank));
        Tensor<T> Shifted(Tensor<T> alpha, int by) => Cat.Apply<T>([Lowest<T>(states, Math.Min(by, steps)), alpha.Narrow(1, 0, Math.Max(0, steps - by))], 1, null);

        var first = probs.Select(0, 0).Gather(1, extended);
        var alpha = Cat.Apply<T>([first.Narrow(1, 0, Math.Min(2, steps)), Lowest<T>(states, Math.Max(0, steps - 2))], 1, null);
        var ends = new Tensor<T>[states];
        for (var time = 0; time < times.DefaultIfEmpty().Max(); time++)
        {
            if (time > 0)
            {
                var skipped = Tensor.Where(skips, Shifted(alpha, 2), Impossible);
                var sum = Stack.Apply<T>([alpha, Shifted(alpha, 1), skipped], 0, null).Logsumexp(0);
                alpha = sum + probs.Select(0, time).Gather(1, extended);
            }

            for (var i = 0; i < states; i++)
            {
                if (times[i] == time + 1)
                    ends[i] = labels[i] == 0 ? alpha.Select(0, i).Select(0, 0) : alpha.Select(0, i).Narrow(0, (2 * (int)labels[i]) - 1, 2).Logsumexp(0);
            }
        }

        return Stack.Apply<T>(ends, 0, null);
    }

    private static Tensor<T> Lowest<T>(int rows, int columns)
        where T : unmanaged, IFloatingPointIeee754<T> => FilledTensor.Of<T>([rows, columns], Impossible);

    private static void Check<T>(Tensor<T> probs, long[] times, long[] labels, int blank)
        where T : unmanaged
    {
        if (blank < 0 || blank >= probs.Shape[2])
            throw new TensorException($"blank must be in label range. ctc_loss: it is {blank} of {probs.Shape[2]} classes.");
        if (times.Length != probs.Shape[1])
            throw new ShapeException($"input_lengths must be of size batch_size. ctc_loss: there are {times.Length} for {probs.Shape[1]} sequences.");
        if (labels.Length != probs.Shape[1])
            throw new ShapeException($"target_lengths must be of size batch_size. ctc_loss: there are {labels.Length} for {probs.Shape[1]} sequences.");
        foreach (var time in times)
        {
            if (time < 1 || time > probs.Shape[0])
                throw new TensorException($"Expected input_lengths to have value at most {probs.Shape[0]}, but got value {time}. ctc_loss takes 1 or more; 'logProbs' has shape {probs.Shape}.");
        }
    }
}
