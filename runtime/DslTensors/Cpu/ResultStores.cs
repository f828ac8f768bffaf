using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>How a lane becomes elements of the result.</summary>
internal interface IResultStore<TElement, TResult>
    where TElement : unmanaged
    where TResult : unmanaged
{
    /// <summary>Writes a lane from <paramref name="target"/> on.</summary>
    static abstract void Store<L>(L value, ref TResult target)
        where L : struct, IMemoryLane<L, TElement>;
}

/// <summary>Stores numbers.</summary>
internal readonly struct ValueStore<TElement> : IResultStore<TElement, TElement>
    where TElement : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<L>(L value, ref TElement target)
        where L : struct, IMemoryLane<L, TElement> => L.Store(value, ref target);
}

/// <summary>Stores a mask as truth values.</summary>
internal readonly struct MaskStore<TElement> : IResultStore<TElement, bool>
    where TElement : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<L>(L value, ref bool target)
        where L : struct, IMemoryLane<L, TElement>
    {
        var bits = L.MaskBits(value);
        ref var bytes = ref Unsafe.As<bool, byte>(ref target);
        if (L.Width >= 8)
        {
            for (var i = 0; i < L.Width; i += 8)
                Unsafe.WriteUnaligned(ref Unsafe.Add(ref bytes, i), Spread((bits >> i) & 0xFF));
        }
        else if (L.Width == 4)
        {
            Unsafe.WriteUnaligned(ref bytes, (uint)Spread(bits));
        }
        else if (L.Width == 2)
        {
            Unsafe.WriteUnaligned(ref bytes, (ushort)Spread(bits));
        }
        else
        {
            bytes = (byte)bits;
        }
    }

    /// <summary>Eight bits as eight bytes of 0 or 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Spread(ulong bits) => Bmi2.X64.IsSupported
        ? Bmi2.X64.ParallelBitDeposit(bits, 0x0101010101010101)
        : (((bits & 0x7F) * 0x0002040810204081) & 0x0101010101010101) | ((bits >> 7) << 56);
}
