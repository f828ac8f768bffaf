using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static System.FormattableString;

namespace DslTensors;

public sealed partial class RandomSource
{
    private const double DoubleUnit = 1.0 / (1L << 53);
    private const float FloatUnit = 1f / (1 << 24);

    /// <summary>
    /// Fills with values from the interval [<paramref name="from"/>, <paramref name="to"/>) (PyTorch's <c>uniform_</c>). A double
    /// takes 53 of 64 drawn bits, other types as many bits of 32 drawn as their significand has: 24 for a float. Rounding can
    /// yield <paramref name="to"/> itself.
    /// </summary>
    /// <exception cref="TensorException">The bounds are out of order, or not finite as a <typeparamref name="T"/>.</exception>
    public void FillUniform<T>(Span<T> target, double from, double to)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        CheckUniformBounds<T>(from, to);
        lock (_gate)
            FillUniformUnlocked(target, from, to);
    }

    // Loops over many elements run once in a program's beginning: too early for tiered compilation.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillUniformUnlocked<T>(Span<T> target, double from, double to)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // Fused, as PyTorch's kernels are compiled.
        if (typeof(T) == typeof(double))
        {
            foreach (ref var value in MemoryMarshal.Cast<T, double>(target))
                value = Math.FusedMultiplyAdd(NextDouble(), to - from, from);
        }
        else if (typeof(T) == typeof(float))
        {
            var (start, width) = ((float)from, (float)to - (float)from);
            foreach (ref var value in MemoryMarshal.Cast<T, float>(target))
                value = MathF.FusedMultiplyAdd(NextFloat(), width, start);
        }
        else
        {
            // PyTorch computes the halves in float, but their bounds and width are rounded to the type first.
            var significand = 1u << T.Zero.GetSignificandBitLength();
            var start = float.CreateTruncating(T.CreateTruncating(from));
            var width = float.CreateTruncating(T.CreateTruncating(to) - T.CreateTruncating(from));
            foreach (ref var value in target)
                value = T.CreateTruncating(MathF.FusedMultiplyAdd((_engine.Next() & (significand - 1)) * (1f / significand), width, start));
        }
    }

    /// <summary>A double from [0, 1).</summary>
    // Signed before it becomes a double, as processors without AVX-512 convert only those.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double NextDouble() => (long)(_engine.Next64() & ((1UL << 53) - 1)) * DoubleUnit;

    /// <summary>A float from [0, 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float NextFloat() => (int)(_engine.Next() & ((1u << 24) - 1)) * FloatUnit;

    private static void CheckUniformBounds<T>(double from, double to)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!T.IsFinite(T.CreateTruncating(from)))
            throw new TensorException(Invariant($"from is out of bounds for {typeof(T).Name}: {from}. Give finite bounds."));
        if (!T.IsFinite(T.CreateTruncating(to)))
            throw new TensorException(Invariant($"to is out of bounds for {typeof(T).Name}: {to}. Give finite bounds."));
        if (from > to)
        {
            throw new TensorException(Invariant(
                $"uniform_ expects to return a [from, to) range, but found from={from} > to={to}. Swap the bounds."));
        }

        if (!T.IsFinite(T.CreateTruncating(to - from)))
        {
            throw new TensorException(Invariant(
                $"uniform_ expects to-from <= {typeof(T).Name}.MaxValue, but found to={to} and from={from}. Narrow the interval."));
        }
    }
}
