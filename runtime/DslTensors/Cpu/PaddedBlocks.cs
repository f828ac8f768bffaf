using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DslTensors.Cpu;

/// <summary>
/// Room for one vector of each operand and of the result: the end of a row, or an element that repeats. It may only be a local
/// variable: its addresses are those of the stack.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 7 * VectorBytes)]
internal unsafe struct PaddedBlocks
{
    /// <summary>The size of the widest vector.</summary>
    public const int VectorBytes = 64;

    private const int ResultBlock = 6;

    /// <summary>The block of one operand.</summary>
    public ref TElement Operand<TElement>(int operand)
        where TElement : unmanaged =>
        ref Unsafe.AsRef<TElement>((byte*)Unsafe.AsPointer(ref this) + (operand * VectorBytes));

    /// <summary>The block of the result.</summary>
    public ref TResult Result<TResult>()
        where TResult : unmanaged => ref Operand<TResult>(ResultBlock);

    /// <summary>Writes the first elements of the result's block where they belong.</summary>
    public void CopyResult<TResult>(ref TResult target, nint count)
        where TResult : unmanaged => PartialVector.Store(ref Result<TResult>(), ref target, (int)count);

    /// <summary>
    /// Copies the last elements of a row. The room behind them repeats a real element, so that padding neither divides by zero
    /// nor takes a slow path that no element needs.
    /// </summary>
    public OperandRow<TElement> Copy<TSource, TElement>(scoped in OperandRow<TElement> row, nint start, nint count, int width)
        where TSource : struct, ILaneSource<TElement>
        where TElement : unmanaged
    {
        var result = default(OperandRow<TElement>);
        for (var operand = 0; operand < TSource.Arity; operand++)
        {
            ref var from = ref row.At(operand, start);
            ref var to = ref Operand<TElement>(operand);
            PartialVector.Load(ref from, ref to, (int)count, width);
            result.Set(operand, ref to, -1);
        }

        return result;
    }
}
