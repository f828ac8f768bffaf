using System.Numerics;

namespace DslTensors.Cpu;

/// <summary>A function of two integers that vectors don't have.</summary>
internal interface IIntegerFunction
{
    /// <summary>Computes it; what does not fit wraps around.</summary>
    static abstract T Apply<T>(T a, T b)
        where T : unmanaged, IBinaryInteger<T>;
}

/// <summary>Functions of pairs of integers, one by one.</summary>
internal static class IntegerLoop
{
    /// <summary>Fills <paramref name="result"/>, which both operands broadcast to.</summary>
    public static void Run<TFunction, T>(in TensorView<T> a, in TensorView<T> b, in TensorView<T> result)
        where TFunction : struct, IIntegerFunction
        where T : unmanaged, IBinaryInteger<T>
    {
        var whole = result.IsContiguous ? result : result.Copy();
        var left = BroadcastOperand.Elements(a, result.Layout);
        var right = BroadcastOperand.Elements(b, result.Layout);
        var target = whole.Span;
        for (var i = 0; i < target.Length; i++)
            target[i] = TFunction.Apply(left[i], right[i]);
        StridedCopy.RunUnlessSame(whole, result);
    }
}
