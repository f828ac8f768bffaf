using System.Numerics;
using System.Runtime.CompilerServices;
using static System.FormattableString;

namespace DslTensors;

public sealed partial class RandomSource
{
    /// <summary>
    /// Fills with 1 with probability <paramref name="p"/> and 0 otherwise (PyTorch's <c>bernoulli_(p)</c>; builds of PyTorch with
    /// Intel's MKL draw other values here).
    /// </summary>
    /// <exception cref="TensorException"><paramref name="p"/> is not within 0 and 1.</exception>
    public void FillBernoulli<T>(Span<T> target, double p)
        where T : unmanaged, INumberBase<T> => FillChoice(target, p, T.One, T.Zero);

    /// <summary>Fills with <see langword="true"/> with probability <paramref name="p"/>.</summary>
    /// <exception cref="TensorException"><paramref name="p"/> is not within 0 and 1.</exception>
    public void FillBernoulli(Span<bool> target, double p) => FillChoice(target, p, true, false);

    /// <summary>
    /// Fills with 1 with the probability at the same place and 0 otherwise (PyTorch's <c>bernoulli(input)</c>). A double probability
    /// is compared with a 53-bit draw, others with a 24-bit draw.
    /// </summary>
    /// <exception cref="TensorException">The lengths differ, or a probability is not within 0 and 1.</exception>
    public void FillBernoulli<TProbability, T>(ReadOnlySpan<TProbability> probabilities, Span<T> target)
        where TProbability : unmanaged, IFloatingPointIeee754<TProbability>
        where T : unmanaged, INumberBase<T>
    {
        if (probabilities.Length != target.Length)
            throw new ShapeException($"bernoulli: {probabilities.Length} probabilities for {target.Length} elements. Give one for each.");
        foreach (var p in probabilities)
            CheckProbability(double.CreateTruncating(p));
        lock (_gate)
        {
            for (var i = 0; i < target.Length; i++)
            {
                var chosen = typeof(TProbability) == typeof(double)
                    ? NextDouble() < double.CreateTruncating(probabilities[i])
                    : NextFloat() < float.CreateTruncating(probabilities[i]);
                target[i] = chosen ? T.One : T.Zero;
            }
        }
    }

    /// <summary>
    /// Fills with what dropout in training mode multiplies its input by: 0 with probability <paramref name="p"/>, else 1 / (1 - p).
    /// As in PyTorch nothing is drawn where <paramref name="p"/> is 0 or 1.
    /// </summary>
    /// <exception cref="TensorException"><paramref name="p"/> is not within 0 and 1.</exception>
    public void FillDropoutMask<T>(Span<T> mask, double p)
        where T : unmanaged, INumberBase<T>
    {
        if (!(p >= 0 && p <= 1))
            throw new TensorException(Invariant($"dropout probability has to be between 0 and 1, but got {p}. It is the share of elements to zero."));
        if (p is 0 or 1)
            mask.Fill(T.CreateTruncating(1 - p));
        else
            FillChoice(mask, 1 - p, T.One / T.CreateTruncating(1 - p), T.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillChoice<T>(Span<T> target, double p, T chosen, T other)
        where T : unmanaged
    {
        CheckProbability(p);

        // Looked up instead of chosen by a branch, which no processor could predict.
        ReadOnlySpan<T> choices = [other, chosen];
        lock (_gate)
        {
            foreach (ref var value in target)
                value = choices[NextDouble() < p ? 1 : 0];
        }
    }

    private static void CheckProbability(double p)
    {
        if (!(p >= 0 && p <= 1))
            throw new TensorException(Invariant($"bernoulli_ expects p to be in [0, 1], but got p={p}. Clamp the probabilities first."));
    }
}
