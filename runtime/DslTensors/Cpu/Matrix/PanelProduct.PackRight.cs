using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DslTensors.Cpu;

/// <summary>Packs the right matrix into panels.</summary>
internal static partial class PanelProduct<L, T>
{
    private readonly struct PackRight(MatrixView<T> right, int from, int count, int column, int columns, T[] target, int offset) : IRangeBody
    {
        public void Run(int fromPanel, int toPanel)
        {
            var width = 2 * L.Width;
            for (var panel = fromPanel; panel < toPanel; panel++)
            {
                var first = panel * width;
                var used = Math.Min(width, columns - first);
                var packed = target.AsSpan(offset + (panel * width * count), width * count);
                if (right.RowStride == 1 && right.ColumnStride != 1)
                    PackColumns(packed, first, used);
                else
                    PackRows(packed, first, used);
            }
        }

        private void PackRows(Span<T> packed, int first, int used)
        {
            var width = 2 * L.Width;
            for (var i = 0; i < count; i++)
            {
                var row = packed.Slice(i * width, width);
                var start = right.Offset + ((from + i) * right.RowStride) + ((column + first) * right.ColumnStride);
                if (right.ColumnStride == 1)
                {
                    right.Array.AsSpan(start, used).CopyTo(row);
                }
                else
                {
                    for (var j = 0; j < used; j++)
                        row[j] = right.Array[start + (j * right.ColumnStride)];
                }

                row[used..].Clear();
            }
        }

        // The right matrix is a transposed one, as the weights of a linear layer are.
        private void PackColumns(Span<T> packed, int first, int used)
        {
            var width = 2 * L.Width;
            ref var source = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(right.Array), right.Offset + from + ((column + first) * right.ColumnStride));
            if (used < width)
                packed.Clear();
            TransposedBlock.Copy(ref source, right.ColumnStride, ref packed[0], width, used, count);
        }
    }
}
