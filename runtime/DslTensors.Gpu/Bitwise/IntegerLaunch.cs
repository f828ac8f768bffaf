using DslTensors.Devices.Elementwise;
using DslTensors.Devices.Lanes;
using DslTensors.Devices.Shapes;
using ILGPU;
using ILGPU.Runtime;

namespace DslTensors.Devices.Bitwise;

/// <summary>Functions of two integers.</summary>
internal enum IntegerFunction
{
    And,
    Or,
    Xor,
    ShiftLeft,
    ShiftRight,
    GreatestDivisor,
    LeastMultiple,
}

/// <summary>Functions of integers of any size, computed in the longest.</summary>
internal sealed class IntegerKernel<S, L>
    where S : unmanaged
    where L : unmanaged, IDeviceLane<L, S>
{
    public static void Run(Index1D i, Operand<S> left, Operand<S> right, Operand<S> result, Sizes8 sizes, int function, int bits)
    {
        var a = L.ToLong(L.Load(left.View[sizes.Offset(i, left.Strides)]));
        var b = L.ToLong(L.Load(right.View[sizes.Offset(i, right.Strides)]));
        result.View[sizes.Offset(i, result.Strides)] = L.Store(L.FromLong(Compute(a, b, function, bits)));
    }

    private static long Compute(long a, long b, int function, int bits)
    {
        if (function == (int)IntegerFunction.And)
            return a & b;
        if (function == (int)IntegerFunction.Or)
            return a | b;
        if (function == (int)IntegerFunction.Xor)
            return a ^ b;
        if (function == (int)IntegerFunction.ShiftLeft)
            return a << ((int)b & (bits <= 32 ? 31 : 63));
        if (function == (int)IntegerFunction.ShiftRight)
            return a >> ((int)b & (bits <= 32 ? 31 : 63));
        var (x, y) = (a < 0 ? -a : a, b < 0 ? -b : b);
        while (y != 0)
            (x, y) = (y, x % y);
        if (function == (int)IntegerFunction.GreatestDivisor)
            return x;
        if (x == 0)
            return 0;
        var multiple = a / x * b;
        return multiple < 0 ? -multiple : multiple;
    }
}

/// <summary>Starts a function of two integers that broadcast to the result.</summary>
internal readonly struct IntegerLaunch<T>(GpuBackend backend, IntegerFunction function, Tensor<T> left, Tensor<T> right, Tensor<T> result) : ILaneAction
    where T : unmanaged
{
    public void Run<S, L>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
    {
        if (result.Layout.Count == 0)
            return;
        var sizes = result.Layout.Sizes;
        var (a, b) = (backend.Here(left), backend.Here(right));
        var dims = new JoinedDimensions(sizes, a.Layout.BroadcastTo(sizes)!.Strides, b.Layout.BroadcastTo(sizes)!.Strides, result.Layout.Strides);
        backend.Launcher(typeof(StridedKey<IntegerKernel<S, L>>), static accelerator =>
            accelerator.LoadAutoGroupedStreamKernel<Index1D, Operand<S>, Operand<S>, Operand<S>, Sizes8, int, int>(IntegerKernel<S, L>.Run))(
            result.Layout.Count,
            new(backend.Elements<T, S>(a), dims.Strides(0, a.Offset)),
            new(backend.Elements<T, S>(b), dims.Strides(1, b.Offset)),
            new(backend.Elements<T, S>(result), dims.Strides(2, result.Offset)),
            dims.Sizes,
            (int)function,
            8 * System.Runtime.CompilerServices.Unsafe.SizeOf<S>());
    }
}
