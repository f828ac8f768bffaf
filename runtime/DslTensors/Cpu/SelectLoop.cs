using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslTensors.Cpu;

/// <summary>Elements of one operand or of another by a condition; all three broadcast to the result, which is contiguous.</summary>
internal static class SelectLoop
{
    private const int Grain = 32 * 1024;

    public static void Run<T>(TensorView<bool> condition, TensorView<T> input, TensorView<T> other, TensorView<T> result)
        where T : unmanaged
    {
        var width = result.Rank == 0 ? 1 : result.Sizes[^1];
        if (result.Count == 0)
            return;
        if (IsFlat(condition, result) && IsFlat(input, result) && IsFlat(other, result))
        {
            Parallelism.For(result.Count, Grain, new Elements<T>(condition, input, other, result));
            return;
        }

        var rows = new Rows<T>(Broadcast(condition, result), Broadcast(input, result), Broadcast(other, result), result, width);
        Parallelism.For(result.Count / width, Math.Max(1, Grain / width), rows);
    }

    private static bool IsFlat<T, TResult>(TensorView<T> operand, TensorView<TResult> result)
        where T : unmanaged
        where TResult : unmanaged => operand.Count == 1 || (operand.IsContiguous && operand.Count == result.Count);

    private static TensorView<T> Broadcast<T, TResult>(TensorView<T> operand, TensorView<TResult> result)
        where T : unmanaged
        where TResult : unmanaged => new(operand.Array, operand.Offset, operand.Layout.BroadcastTo(result.Sizes)!);

    private static int Step<T>(TensorView<T> operand)
        where T : unmanaged => operand.Count == 1 ? 0 : 1;

    /// <summary>Where a row of the result begins in an operand.</summary>
    private static int RowStart<T>(TensorView<T> operand, int row)
        where T : unmanaged
    {
        var at = operand.Offset;
        for (var dim = operand.Rank - 2; dim >= 0; dim--)
        {
            (row, var index) = Math.DivRem(row, operand.Sizes[dim]);
            at += index * operand.Strides[dim];
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Select<T>(ref bool condition, int conditionStep, ref T input, int inputStep, ref T other, int otherStep, ref T result, int count)
        where T : unmanaged
    {
        var i = 0;
        if (Unsafe.SizeOf<T>() == sizeof(uint) && Vector256.IsHardwareAccelerated && conditionStep == 1 && (uint)inputStep <= 1 && (uint)otherStep <= 1)
        {
            ref var bytes = ref Unsafe.As<bool, byte>(ref condition);
            for (; i <= count - Vector256<uint>.Count; i += Vector256<uint>.Count)
            {
                var flags = Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, i))).AsByte());
                var isFalse = Vector256.Equals(Vector256.Create(Vector128.WidenLower(flags), Vector128.WidenUpper(flags)), Vector256<uint>.Zero);
                Vector256.ConditionalSelect(isFalse, Load(ref other, otherStep, i), Load(ref input, inputStep, i))
                    .StoreUnsafe(ref Unsafe.As<T, uint>(ref Unsafe.Add(ref result, i)));
            }
        }

        for (; i < count; i++)
        {
            Unsafe.Add(ref result, i) = Unsafe.Add(ref condition, i * conditionStep)
                ? Unsafe.Add(ref input, i * inputStep)
                : Unsafe.Add(ref other, i * otherStep);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Load<T>(ref T operand, int step, int at)
        where T : unmanaged => step == 0
            ? Vector256.Create(Unsafe.As<T, uint>(ref operand))
            : Vector256.LoadUnsafe(ref Unsafe.As<T, uint>(ref Unsafe.Add(ref operand, at)));

    private readonly struct Elements<T>(TensorView<bool> condition, TensorView<T> input, TensorView<T> other, TensorView<T> result) : IRangeBody
        where T : unmanaged
    {
        public void Run(int from, int to) => Select(
            ref Unsafe.Add(ref condition.Origin, from * Step(condition)),
            Step(condition),
            ref Unsafe.Add(ref input.Origin, from * Step(input)),
            Step(input),
            ref Unsafe.Add(ref other.Origin, from * Step(other)),
            Step(other),
            ref Unsafe.Add(ref result.Origin, from),
            to - from);
    }

    private readonly struct Rows<T>(TensorView<bool> condition, TensorView<T> input, TensorView<T> other, TensorView<T> result, int width) : IRangeBody
        where T : unmanaged
    {
        public void Run(int from, int to)
        {
            for (var row = from; row < to; row++)
            {
                Select(
                    ref condition.Array[RowStart(condition, row)],
                    condition.Strides[^1],
                    ref input.Array[RowStart(input, row)],
                    input.Strides[^1],
                    ref other.Array[RowStart(other, row)],
                    other.Strides[^1],
                    ref Unsafe.Add(ref result.Origin, row * width),
                    width);
            }
        }
    }
}
