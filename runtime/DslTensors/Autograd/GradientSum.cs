using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors;

/// <summary>Adds gradients, into the first where nobody else can see it.</summary>
internal static class GradientSum
{
    // Up to here a thread alone adds, and needs no dispatch.
    private const int Small = 4096;

    /// <summary>The sum of two gradients of the same shape.</summary>
    /// <param name="first">The sum so far.</param>
    /// <param name="second">What is added.</param>
    /// <param name="mayReuse">Write into <paramref name="first"/> if it is not shared.</param>
    /// <param name="intoFirst">Write into <paramref name="first"/> although the user can see it, as a leaf's gradient accumulates.</param>
    public static Tensor<T> Add<T>(Tensor<T> first, Tensor<T> second, bool mayReuse, bool intoFirst = false)
        where T : unmanaged
    {
        var inPlace = (intoFirst || (mayReuse && !first.Storage.IsShared)) && !first.RequiresGrad && !second.RequiresGrad;
        if (typeof(T) == typeof(float))
            return (Tensor<T>)(object)Add((Tensor<float>)(object)first, (Tensor<float>)(object)second, inPlace);
        if (typeof(T) == typeof(double))
            return (Tensor<T>)(object)Add((Tensor<double>)(object)first, (Tensor<double>)(object)second, inPlace);
        if (typeof(T) == typeof(BFloat16))
            return (Tensor<T>)(object)Add((Tensor<BFloat16>)(object)first, (Tensor<BFloat16>)(object)second, inPlace);
        if (typeof(T) == typeof(Half))
            return (Tensor<T>)(object)Add((Tensor<Half>)(object)first, (Tensor<Half>)(object)second, inPlace);
        throw new AutogradException($"gradients of {DTypes.Of<T>()} tensors can't be added: only floating point types have gradients.");
    }

    private static Tensor<T> Add<T>(Tensor<T> first, Tensor<T> second, bool inPlace)
        where T : unmanaged, INumber<T>
    {
        if (!inPlace)
            return first.Add(second);
        if (!IsSmall(first) || !IsSmall(second) || Halves.Are<T>())
            return first.AddInPlace(second);
        RowSum.Add(second.AsView().Span, first.AsView().Span);
        first.BumpVersion();
        return first;
    }

    private static bool IsSmall<T>(Tensor<T> gradient)
        where T : unmanaged => gradient.Layout.Count <= Small && gradient.IsContiguous
            && ReferenceEquals(gradient.Storage.Device, Device.Cpu) && !gradient.Storage.IsInference;
}
