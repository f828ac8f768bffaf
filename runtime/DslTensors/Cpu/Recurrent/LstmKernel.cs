using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>
/// A long short-term memory along whole sequences: for each step one matrix product and one pass over the gates. The sequences of a batch
/// are independent of each other, so that each thread walks along some of them without waiting for the others.
/// </summary>
internal static class LstmKernel
{
    /// <summary>Fills hidden states [t, b, h], cell states [t, b, h] and gates [t, b, 4 h]; all operands are contiguous.</summary>
    public static void Run<T>(
        TensorView<T> projected, TensorView<T> hidden, TensorView<T> cell, TensorView<T> weight,
        TensorView<T> output, TensorView<T> cells, TensorView<T> gates, bool isReverse)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (output.Count == 0)
            return;
        var packed = new PackedMatrix<T>(new MatrixView<T>(weight.Array, weight.Offset, weight.Sizes[1], weight.Sizes[0], 1, weight.Sizes[1]));
        var grain = LstmWalk.Grain(output.Sizes[1], output.Sizes[2]);
        if (Vector512.IsHardwareAccelerated)
            Parallelism.For(output.Sizes[1], grain, new Body<Lane512<T>, T>(projected, hidden, cell, packed, output, cells, gates, isReverse));
        else if (Vector256.IsHardwareAccelerated)
            Parallelism.For(output.Sizes[1], grain, new Body<Lane256<T>, T>(projected, hidden, cell, packed, output, cells, gates, isReverse));
        else
            Parallelism.For(output.Sizes[1], grain, new Body<Lane128<T>, T>(projected, hidden, cell, packed, output, cells, gates, isReverse));
        packed.Return();
    }

    private readonly struct Body<L, T>(
        TensorView<T> projected, TensorView<T> hidden, TensorView<T> cell, PackedMatrix<T> weight,
        TensorView<T> output, TensorView<T> cells, TensorView<T> gates, bool isReverse) : IRangeBody
        where L : struct, IMemoryLane<L, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int from, int to)
        {
            var walk = new LstmWalk(output.Sizes[0], output.Sizes[1], output.Sizes[2], isReverse);
            var (size, count) = (walk.Size, to - from);
            var products = ArrayPool<T>.Shared.Rent(count * 4 * size);
            for (var step = 0; step < walk.Length; step++)
            {
                var now = walk.Row(step, from);
                var (before, cellBefore, row) = step == 0 ? (hidden, cell, from) : (output, cells, walk.Row(step - 1, from));
                weight.Multiply(
                    new MatrixView<T>(before.Array, before.Offset + (row * size), count, size, size, 1),
                    new MatrixView<T>(products, 0, count, 4 * size, 4 * size, 1));
                for (var i = 0; i < count; i++)
                {
                    ref var z = ref Unsafe.Add(ref projected.Origin, (now + i) * 4 * size);
                    ref var product = ref products[i * 4 * size];
                    ref var c = ref Unsafe.Add(ref cellBefore.Origin, (row + i) * size);
                    ref var g = ref Unsafe.Add(ref gates.Origin, (now + i) * 4 * size);
                    ref var newCell = ref Unsafe.Add(ref cells.Origin, (now + i) * size);
                    ref var newHidden = ref Unsafe.Add(ref output.Origin, (now + i) * size);
                    var done = Step<L>(ref z, ref product, ref c, ref g, ref newCell, ref newHidden, 0, size);
                    Step<ScalarLane<T>>(ref z, ref product, ref c, ref g, ref newCell, ref newHidden, done, size);
                }
            }

            ArrayPool<T>.Shared.Return(products);
        }

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private static int Step<M>(ref T z, ref T product, ref T c, ref T gates, ref T newCell, ref T hidden, int from, int size)
            where M : struct, IMemoryLane<M, T>
        {
            var i = from;
            for (; i <= size - M.Width; i += M.Width)
            {
                var input = M.Sigmoid(M.Load(ref Unsafe.Add(ref z, i)) + M.Load(ref Unsafe.Add(ref product, i)));
                var forget = M.Sigmoid(M.Load(ref Unsafe.Add(ref z, size + i)) + M.Load(ref Unsafe.Add(ref product, size + i)));
                var written = M.Tanh(M.Load(ref Unsafe.Add(ref z, (2 * size) + i)) + M.Load(ref Unsafe.Add(ref product, (2 * size) + i)));
                var read = M.Sigmoid(M.Load(ref Unsafe.Add(ref z, (3 * size) + i)) + M.Load(ref Unsafe.Add(ref product, (3 * size) + i)));
                var cell = (forget * M.Load(ref Unsafe.Add(ref c, i))) + (input * written);
                M.Store(input, ref Unsafe.Add(ref gates, i));
                M.Store(forget, ref Unsafe.Add(ref gates, size + i));
                M.Store(written, ref Unsafe.Add(ref gates, (2 * size) + i));
                M.Store(read, ref Unsafe.Add(ref gates, (3 * size) + i));
                M.Store(cell, ref Unsafe.Add(ref newCell, i));
                M.Store(read * M.Tanh(cell), ref Unsafe.Add(ref hidden, i));
            }

            return i;
        }
    }
}
