using System.Numerics;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>What a normalization needs to know of a row: its mean, and one over its standard deviation.</summary>
internal readonly record struct RowMoments<T>(T Mean, T Scale)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The moments of a row, in two passes.</summary>
    public static RowMoments<T> Of<L>(ref T row, int count, T eps)
        where L : struct, IMemoryLane<L, T>
    {
        var number = T.CreateTruncating(count);
        var mean = RunReduction<SumReduction, L, T>.Reduce(default, ref row, 1, count).Value / number;
        var deviation = new DeviationReduction(double.CreateTruncating(mean));
        var variance = RunReduction<DeviationReduction, L, T>.Reduce(deviation, ref row, 1, count).Value / number;
        return new(mean, T.One / T.Sqrt(variance + eps));
    }
}
