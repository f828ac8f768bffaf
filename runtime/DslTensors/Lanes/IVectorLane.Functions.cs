using System.Runtime.CompilerServices;

namespace DslTensors.Lanes;

// Each function is a method of its own and not inlined: the JIT's limits on inlining are per method, and once a fused body exceeds
// them, single additions become calls.
[SkipLocalsInit]
internal partial interface IVectorLane<L>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Atan2(L y, L x)
    {
        Require(nameof(Atan2));
        Unsafe.SkipInit(out AlignedSlot slot);
        Unsafe.SkipInit(out AlignedSlot second);
        ref var value = ref slot.Hold(y);
        ArctangentFunctions.Atan2(ref value, in second.Hold(x));
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Pow(L a, L exponent)
    {
        Require(nameof(Pow));
        Unsafe.SkipInit(out AlignedSlot slot);
        Unsafe.SkipInit(out AlignedSlot second);
        ref var value = ref slot.Hold(a);
        PowFunction.Compute(ref value, in second.Hold(exponent));
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Require(string function)
    {
        if (!L.IsFloatingPoint)
            throw NoCalculus(function);
    }

    private static NotSupportedException NoCalculus(string function) =>
        new($"{function} is not defined for integers. Convert the tensor to float or double first.");
}
