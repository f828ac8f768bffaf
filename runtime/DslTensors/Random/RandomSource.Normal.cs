using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static System.FormattableString;

namespace DslTensors;

public sealed partial class RandomSource
{
    private const int BlockLength = 16;

    /// <summary>
    /// Fills with normally distributed values (PyTorch's <c>normal_</c> on a contiguous tensor). Floats are what PyTorch computes
    /// on processors with AVX2; where the platform's double logarithm, sine or cosine differ, so do last bits of doubles.
    /// </summary>
    /// <exception cref="TensorException"><paramref name="std"/> is negative or not a number.</exception>
    public void FillNormal<T>(Span<T> target, double mean, double std)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!(std >= 0))
            throw new TensorException(Invariant($"normal expects std >= 0.0, but found std {std}. A standard deviation is 0 or more."));
        lock (_gate)
        {
            if (target.Length < BlockLength)
            {
                foreach (ref var value in target)
                    value = T.CreateTruncating((NextNormal() * std) + mean);
            }
            else
            {
                FillNormalBlocks(target, T.CreateTruncating(mean), T.CreateTruncating(std));
            }
        }
    }

    /// <summary>A value of mean 0 and standard deviation 1, computed in double whatever the type it is for.</summary>
    private double NextNormal()
    {
        if (_nextNormal is { } saved)
        {
            _nextNormal = null;
            return saved;
        }

        var angle = 2 * Math.PI * NextDouble();
        var radius = Math.Sqrt(-2 * double.LogP1(-NextDouble()));
        _nextNormal = radius * Math.Sin(angle);
        return radius * Math.Cos(angle);
    }

    /// <summary>
    /// Blocks of 8 pairs, of which the first halves of the pairs come first. Where the length is no multiple of 16, the last 16
    /// values are drawn anew and so overlap the last whole block.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillNormalBlocks<T>(Span<T> target, T mean, T std)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        FillUniformUnlocked(target, 0, 1);
        for (var start = 0; start <= target.Length - BlockLength; start += BlockLength)
            BoxMuller(target.Slice(start, BlockLength), mean, std);
        if (target.Length % BlockLength == 0)
            return;
        var tail = target[^BlockLength..];
        FillUniformUnlocked(tail, 0, 1);
        BoxMuller(tail, mean, std);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void BoxMuller<T>(Span<T> block, T mean, T std)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
        {
            FloatBoxMuller.Transform(MemoryMarshal.Cast<T, float>(block), float.CreateTruncating(mean), float.CreateTruncating(std));
            return;
        }

        const int pairs = BlockLength / 2;
        for (var i = 0; i < pairs; i++)
        {
            var radius = T.Sqrt(T.CreateTruncating(-2) * T.Log(T.One - block[i]));
            var (sin, cos) = T.SinCos(T.CreateTruncating(2 * Math.PI) * block[i + pairs]);
            block[i] = T.FusedMultiplyAdd(radius * cos, std, mean);
            block[i + pairs] = T.FusedMultiplyAdd(radius * sin, std, mean);
        }
    }
}
