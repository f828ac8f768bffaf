using System.Runtime.CompilerServices;

namespace DslTensors.Operators;

/// <summary>Whether two tensors have the same shape and the same elements (PyTorch's <c>equal</c>); NaN equals nothing.</summary>
/// <param name="input">The first tensor.</param>
/// <param name="other">The second tensor.</param>
/// <returns>One answer for the whole tensors; <c>Tensor.Eq</c> compares element by element.</returns>
[TensorOp("s..., t... -> ()", NonDifferentiable = true)]
public static partial class Equal
{
    private static bool Compose<T>(Tensor<T> input, Tensor<T> other)
        where T : unmanaged, IEquatable<T>
    {
        if (input.Shape != other.Shape)
            return false;
        if (!ReferenceEquals(Device.Common("equal", input, other), Device.Cpu))
            return Apply(input.Detach().Cpu(), other.Detach().Cpu());
        var left = input.AsView().Dense().Span;
        var right = other.AsView().Dense().Span;
        var isEqual = true;
        for (var i = 0; i < left.Length && isEqual; i++)
            isEqual = left[i].Equals(right[i]) && !IsNaN(left[i]);
        GC.KeepAlive(input);
        GC.KeepAlive(other);
        return isEqual;
    }

    // Equals says that NaN is itself, which a comparison of numbers denies.
    private static bool IsNaN<T>(T value)
        where T : unmanaged =>
        (typeof(T) == typeof(float) && float.IsNaN(Unsafe.BitCast<T, float>(value)))
        || (typeof(T) == typeof(double) && double.IsNaN(Unsafe.BitCast<T, double>(value)))
        || (typeof(T) == typeof(Half) && Half.IsNaN(Unsafe.BitCast<T, Half>(value)))
        || (typeof(T) == typeof(BFloat16) && BFloat16.IsNaN(Unsafe.BitCast<T, BFloat16>(value)));
}
