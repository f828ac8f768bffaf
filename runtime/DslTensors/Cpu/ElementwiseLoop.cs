using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>
/// Runs a map over tensors: elements in vectors of the machine's full width, ranges on several threads, any strides. Every
/// element's result has the same bits whatever the width, the thread and the place in the tensor.
/// </summary>
public static partial class ElementwiseLoop
{
    private const int Grain = 64 * 1024;

    private static void Launch<TSource, TStore, T, TElement, TStored, TResult>(
        TSource source, in OperandViews<T> operands, in TensorView<TStored> result)
        where TSource : struct, ILaneSource<TElement>
        where TStore : struct, IResultStore<TElement, TResult>
        where T : unmanaged
        where TElement : unmanaged
        where TStored : unmanaged
        where TResult : unmanaged
    {
        for (var operand = 0; operand < TSource.Arity; operand++)
        {
            if (!operands[operand].Layout.SameSizes(result.Layout))
                throw Mismatch(operand, operands[operand].Sizes, result.Sizes);
        }

        if (result.Count > 0)
            Parallelism.For(result.Count, Grain, new ElementwiseBody<TSource, TStore, T, TElement, TStored, TResult>(source, operands,
                result));
    }

    // Most tensors are small and dense. These need no ranges, no blocks and no threads.
    private static bool IsSmall<T>(in TensorView<T> result)
        where T : unmanaged => StorageConversion<T, T>.IsIdentity && typeof(T) != typeof(bool) && !StorageConversion.IsHalf<T>()
            && result.IsContiguous && result.Count is > 0 and <= Grain;

    // How a row walks along an operand that needs no gathering: with the result, or not at all.
    private static bool IsWalked<T>(in TensorView<T> operand, in TensorView<T> result, out nint mask)
        where T : unmanaged
    {
        mask = operand.IsContiguous ? -1 : 0;
        return (operand.IsContiguous || operand.Layout.RepeatsOneElement) && operand.Layout.SameSizes(result.Layout);
    }

    // An element that is repeated fills a vector, which the loop reads again and again.
    private static ref T Start<T>(ref T origin, nint mask, ref T block)
        where T : unmanaged
    {
        if (mask != 0)
            return ref origin;
        MemoryMarshal.CreateSpan(ref block, PaddedBlocks.VectorBytes / Unsafe.SizeOf<T>()).Fill(origin);
        return ref block;
    }

    private static ShapeException Mismatch(int operand, int[] sizes, int[] result) => new(
        $"Operand {operand + 1} has shape {Shape.Format(sizes)} but the result has shape {Shape.Format(result)}. Broadcast it to the result's shape first.");
}
