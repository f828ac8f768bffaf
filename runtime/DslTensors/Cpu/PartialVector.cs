using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DslTensors.Cpu;

/// <summary>Fewer elements than a vector has, moved to and from a whole one: by a mask where the processor has them.</summary>
internal static unsafe class PartialVector
{
    /// <summary>Copies <paramref name="count"/> elements and fills the rest of <paramref name="width"/> with the first of them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Load<T>(ref T source, ref T block, int count, int width)
        where T : unmanaged
    {
        if (Avx512F.IsSupported && sizeof(T) == sizeof(float) && width == Vector512<float>.Count)
        {
            fixed (T* pinned = &source)
            {
                var all = Vector512.Create(*(int*)pinned);
                Avx512F.MaskLoad((int*)pinned, Places<int>(count), all).StoreUnsafe(ref Unsafe.As<T, int>(ref block));
            }
        }
        else if (Avx512F.IsSupported && sizeof(T) == sizeof(double) && width == Vector512<double>.Count)
        {
            fixed (T* pinned = &source)
            {
                var all = Vector512.Create(*(long*)pinned);
                Avx512F.MaskLoad((long*)pinned, Places<long>(count), all).StoreUnsafe(ref Unsafe.As<T, long>(ref block));
            }
        }
        else
        {
            MemoryMarshal.CreateSpan(ref block, width).Fill(source);
            MemoryMarshal.CreateReadOnlySpan(ref source, count).CopyTo(MemoryMarshal.CreateSpan(ref block, width));
        }
    }

    /// <summary>Copies the first <paramref name="count"/> elements of a block.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Store<T>(ref T block, ref T target, int count)
        where T : unmanaged
    {
        if (Avx512F.IsSupported && sizeof(T) == sizeof(float))
        {
            fixed (T* pinned = &target)
                Avx512F.MaskStore((int*)pinned, Places<int>(count), Vector512.LoadUnsafe(ref Unsafe.As<T, int>(ref block)));
        }
        else if (Avx512F.IsSupported && sizeof(T) == sizeof(double))
        {
            fixed (T* pinned = &target)
                Avx512F.MaskStore((long*)pinned, Places<long>(count), Vector512.LoadUnsafe(ref Unsafe.As<T, long>(ref block)));
        }
        else
        {
            MemoryMarshal.CreateReadOnlySpan(ref block, count).CopyTo(MemoryMarshal.CreateSpan(ref target, count));
        }
    }

    private static Vector512<T> Places<T>(int count)
        where T : unmanaged, System.Numerics.INumber<T> => Vector512.LessThan(Vector512<T>.Indices, Vector512.Create(T.CreateTruncating(count)));
}
