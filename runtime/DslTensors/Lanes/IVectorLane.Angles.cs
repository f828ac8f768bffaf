using System.Runtime.CompilerServices;

namespace DslTensors.Lanes;

internal partial interface IVectorLane<L>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Sin(L a)
    {
        Require(nameof(Sin));
        Unsafe.SkipInit(out AlignedSlot slot);
        ref var value = ref slot.Hold(a);
        TrigonometricFunctions.Sin(ref value);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Cos(L a)
    {
        Require(nameof(Cos));
        Unsafe.SkipInit(out AlignedSlot slot);
        ref var value = ref slot.Hold(a);
        TrigonometricFunctions.Cos(ref value);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Tan(L a)
    {
        Require(nameof(Tan));
        Unsafe.SkipInit(out AlignedSlot slot);
        ref var value = ref slot.Hold(a);
        TrigonometricFunctions.Tan(ref value);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Asin(L a)
    {
        Require(nameof(Asin));
        Unsafe.SkipInit(out AlignedSlot slot);
        ref var value = ref slot.Hold(a);
        ArcsineFunctions.Asin(ref value);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Acos(L a)
    {
        Require(nameof(Acos));
        Unsafe.SkipInit(out AlignedSlot slot);
        ref var value = ref slot.Hold(a);
        ArcsineFunctions.Acos(ref value);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Atan(L a)
    {
        Require(nameof(Atan));
        Unsafe.SkipInit(out AlignedSlot slot);
        ref var value = ref slot.Hold(a);
        ArctangentFunctions.Atan2(ref value, L.Constant(1));
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Cbrt(L a)
    {
        Require(nameof(Cbrt));
        Unsafe.SkipInit(out AlignedSlot slot);
        ref var value = ref slot.Hold(a);
        CbrtFunction.Compute(ref value);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Erf(L a)
    {
        Require(nameof(Erf));
        Unsafe.SkipInit(out AlignedSlot slot);
        ref var value = ref slot.Hold(a);
        ErfFunction.Compute(ref value);
        return value;
    }
}
