using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>The way back through <see cref="LstmKernel"/>: the gradients of what the gates are functions of, and of the first states.</summary>
internal static class LstmGradientKernel
{
    /// <summary>Fills the gradients of the projected inputs [t, b, 4 h] and of the first states [b, h]; all operands are contiguous.</summary>
    public static void Run<T>(
        TensorView<T> gradOutput, TensorView<T> gradCells, TensorView<T> cells, TensorView<T> gates, TensorView<T> cell, TensorView<T> weight,
        TensorView<T> projected, TensorView<T> hiddenGrad, TensorView<T> cellGrad, bool isReverse)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (cells.Count == 0)
            return;
        var packed = new PackedMatrix<T>(new MatrixView<T>(weight.Array, weight.Offset, weight.Sizes[0], weight.Sizes[1], weight.Sizes[1], 1));
        var grain = LstmWalk.Grain(cells.Sizes[1], cells.Sizes[2]);
        if (Vector512.IsHardwareAccelerated)
            Parallelism.For(cells.Sizes[1], grain, new Body<Lane512<T>, T>(gradOutput, gradCells, cells, gates, cell, packed, projected, hiddenGrad, cellGrad, isReverse));
        else if (Vector256.IsHardwareAccelerated)
            Parallelism.For(cells.Sizes[1], grain, new Body<Lane256<T>, T>(gradOutput, gradCells, cells, gates, cell, packed, projected, hiddenGrad, cellGrad, isReverse));
        else
            Parallelism.For(cells.Sizes[1], grain, new Body<Lane128<T>, T>(gradOutput, gradCells, cells, gates, cell, packed, projected, hiddenGrad, cellGrad, isReverse));
        packed.Return();
    }

    // The gradients of the first states hold, until then, what comes back from the step behind.
    private readonly struct Body<L, T>(
        TensorView<T> gradOutput, TensorView<T> gradCells, TensorView<T> cells, TensorView<T> gates, TensorView<T> cell, PackedMatrix<T> weight,
        TensorView<T> projected, TensorView<T> hiddenGrad, TensorView<T> cellGrad, bool isReverse) : IRangeBody
        where L : struct, IMemoryLane<L, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int from, int to)
        {
            var walk = new LstmWalk(cells.Sizes[0], cells.Sizes[1], cells.Sizes[2], isReverse);
            var (size, count) = (walk.Size, to - from);
            hiddenGrad.Span.Slice(from * size, count * size).Clear();
            cellGrad.Span.Slice(from * size, count * size).Clear();
            for (var step = walk.Length - 1; step >= 0; step--)
            {
                var now = walk.Row(step, from);
                var (before, row) = step == 0 ? (cell, from) : (cells, walk.Row(step - 1, from));
                for (var i = 0; i < count; i++)
                {
                    var at = (now + i) * size;
                    var rows = new Rows
                    {
                        Output = ref Unsafe.Add(ref gradOutput.Origin, at),
                        Cells = ref Unsafe.Add(ref gradCells.Origin, at),
                        Cell = ref Unsafe.Add(ref cells.Origin, at),
                        Before = ref Unsafe.Add(ref before.Origin, (row + i) * size),
                        Gates = ref Unsafe.Add(ref gates.Origin, 4 * at),
                        Projected = ref Unsafe.Add(ref projected.Origin, 4 * at),
                        Hidden = ref Unsafe.Add(ref hiddenGrad.Origin, (from + i) * size),
                        CellGrad = ref Unsafe.Add(ref cellGrad.Origin, (from + i) * size),
                    };
                    Step<ScalarLane<T>>(rows, Step<L>(rows, 0, size), size);
                }

                weight.Multiply(
                    new MatrixView<T>(projected.Array, projected.Offset + (now * 4 * size), count, 4 * size, 4 * size, 1),
                    new MatrixView<T>(hiddenGrad.Array, hiddenGrad.Offset + (from * size), count, size, size, 1));
            }
        }

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private static int Step<M>(scoped in Rows rows, int from, int size)
            where M : struct, IMemoryLane<M, T>
        {
            var one = M.Constant(1);
            var i = from;
            for (; i <= size - M.Width; i += M.Width)
            {
                var input = M.Load(ref Unsafe.Add(ref rows.Gates, i));
                var forget = M.Load(ref Unsafe.Add(ref rows.Gates, size + i));
                var written = M.Load(ref Unsafe.Add(ref rows.Gates, (2 * size) + i));
                var read = M.Load(ref Unsafe.Add(ref rows.Gates, (3 * size) + i));
                var seen = M.Tanh(M.Load(ref Unsafe.Add(ref rows.Cell, i)));
                ref var cellGrad = ref Unsafe.Add(ref rows.CellGrad, i);
                var hidden = M.Load(ref Unsafe.Add(ref rows.Output, i)) + M.Load(ref Unsafe.Add(ref rows.Hidden, i));
                var cell = M.Load(ref cellGrad) + M.Load(ref Unsafe.Add(ref rows.Cells, i)) + (hidden * read * (one - (seen * seen)));
                M.Store(cell * written * input * (one - input), ref Unsafe.Add(ref rows.Projected, i));
                M.Store(cell * M.Load(ref Unsafe.Add(ref rows.Before, i)) * forget * (one - forget), ref Unsafe.Add(ref rows.Projected, size + i));
                M.Store(cell * input * (one - (written * written)), ref Unsafe.Add(ref rows.Projected, (2 * size) + i));
                M.Store(hidden * seen * read * (one - read), ref Unsafe.Add(ref rows.Projected, (3 * size) + i));
                M.Store(cell * forget, ref cellGrad);
            }

            return i;
        }

        private ref struct Rows
        {
            public ref T Output, Cells, Cell, Before, Gates, Projected, Hidden, CellGrad;
        }
    }
}
