using System.Runtime.CompilerServices;

namespace DslTensors.Lanes;

internal partial interface IVectorLane<L>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Exp(L a)
    {
        Require(nameof(Exp));
        Unsafe.SkipInit(out AlignedSlot slot);
        ref var value = ref slot.Hold(a);
        ExpFunction.Compute(ref value);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Exp2(L a)
    {
        Require(nameof(Exp2));
        Unsafe.SkipInit(out AlignedSlot slot);
        ref var value = ref slot.Hold(a);
        Exp2Function.Compute(ref value);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Expm1(L a)
    {
        Require(nameof(Expm1));
        Unsafe.SkipInit(out AlignedSlot slot);
        ref var value = ref slot.Hold(a);
        Expm1Function.Compute(ref value);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Log(L a)
    {
        Require(nameof(Log));
        Unsafe.SkipInit(out AlignedSlot slot);
        ref var value = ref slot.Hold(a);
        LogFunction.Compute(ref value);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Log2(L a)
    {
        Require(nameof(Log2));
        Unsafe.SkipInit(out AlignedSlot slot);
        ref var value = ref slot.Hold(a);
        LogBaseFunctions.Log2(ref value);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Log10(L a)
    {
        Require(nameof(Log10));
        Unsafe.SkipInit(out AlignedSlot slot);
        ref var value = ref slot.Hold(a);
        LogBaseFunctions.Log10(ref value);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Log1p(L a)
    {
        Require(nameof(Log1p));
        Unsafe.SkipInit(out AlignedSlot slot);
        ref var value = ref slot.Hold(a);
        Log1pFunction.Compute(ref value);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Sinh(L a)
    {
        Require(nameof(Sinh));
        Unsafe.SkipInit(out AlignedSlot slot);
        ref var value = ref slot.Hold(a);
        HyperbolicFunctions.Sinh(ref value);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Cosh(L a)
    {
        Require(nameof(Cosh));
        Unsafe.SkipInit(out AlignedSlot slot);
        ref var value = ref slot.Hold(a);
        HyperbolicFunctions.Cosh(ref value);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Tanh(L a)
    {
        Require(nameof(Tanh));
        Unsafe.SkipInit(out AlignedSlot slot);
        ref var value = ref slot.Hold(a);
        TanhFunction.Compute(ref value);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Asinh(L a)
    {
        Require(nameof(Asinh));
        Unsafe.SkipInit(out AlignedSlot slot);
        ref var value = ref slot.Hold(a);
        Log1pFunction.Asinh(ref value);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Acosh(L a)
    {
        Require(nameof(Acosh));
        Unsafe.SkipInit(out AlignedSlot slot);
        ref var value = ref slot.Hold(a);
        Log1pFunction.Acosh(ref value);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Atanh(L a)
    {
        Require(nameof(Atanh));
        Unsafe.SkipInit(out AlignedSlot slot);
        ref var value = ref slot.Hold(a);
        Log1pFunction.Atanh(ref value);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static L ILane<L>.Sigmoid(L a)
    {
        Require(nameof(Sigmoid));
        Unsafe.SkipInit(out AlignedSlot slot);
        ref var value = ref slot.Hold(a);
        SigmoidFunction.Compute(ref value);
        return value;
    }
}
