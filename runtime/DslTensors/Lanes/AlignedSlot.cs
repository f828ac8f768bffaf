using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DslTensors.Lanes;

/// <summary>
/// Where a lane waits while a function that is not inlined works on it. On the stack alone a vector may straddle two cache lines,
/// and then reading back what was just written costs more than the function. It may only be a local variable.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 2 * LineBytes)]
internal unsafe struct AlignedSlot
{
    private const int LineBytes = 64;

    /// <summary>Puts a lane at the start of a cache line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref L Hold<L>(L lane)
        where L : struct
    {
        ref var place = ref Unsafe.AsRef<L>((void*)(((nint)Unsafe.AsPointer(ref this) + LineBytes - 1) & -LineBytes));
        place = lane;
        return ref place;
    }
}
