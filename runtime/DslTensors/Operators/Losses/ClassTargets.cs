using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Class indices as targets: what they weigh and which count for nothing.</summary>
internal static class ClassTargets
{
    /// <summary>Whether an example is left out.</summary>
    /// <exception cref="DimensionException">Its class is out of range.</exception>
    public static bool IsIgnored(long target, int ignoreIndex, int classes, int position)
    {
        if (target == ignoreIndex)
            return true;
        if (target < 0 || target >= classes)
            throw new DimensionException($"Target {target} is out of bounds. Classes go from 0 to {classes - 1}; the target at position {position} does not.");
        return false;
    }

    /// <summary>The weight of a class; 1 where there are no weights.</summary>
    public static T Weight<T>(TensorView<T>? weight, long target)
        where T : unmanaged, INumberBase<T> => weight is { } weights ? weights[(int)target] : T.One;

    /// <summary>The sum of the weights of all examples: what a mean divides by.</summary>
    public static double TotalWeight<T>(Tensor<long> target, int ignoreIndex, Tensor<T>? weight)
        where T : unmanaged, INumberBase<T>
    {
        if (!ReferenceEquals(target.Device, Device.Cpu))
            return TotalWeight(target.Detach().Cpu(), ignoreIndex, weight?.Detach().Cpu());
        var total = 0.0;
        foreach (var picked in target.AsView().Dense().Span)
        {
            if (picked != ignoreIndex)
                total += double.CreateChecked(Weight(weight?.AsView(), picked));
        }

        GC.KeepAlive(target);
        GC.KeepAlive(weight);
        return total;
    }
}
