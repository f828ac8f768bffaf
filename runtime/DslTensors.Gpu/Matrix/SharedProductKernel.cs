using DslTensors.Devices.Lanes;
using ILGPU;

namespace DslTensors.Devices.Matrix;

/// <summary>
/// Matrix products by groups of 256 threads: 64 by 16 elements of either side are brought to shared memory at a time, and each thread keeps
/// a tile of 4 by 4 results in registers.
/// </summary>
internal sealed class SharedProductKernel<S, L>
    where S : unmanaged
    where L : unmanaged, IDeviceLane<L, S>
{
    public const int Threads = 256;
    public const int Block = 64;
    private const int Depth = 16;
    private const int Across = 16;

    public static void Run(ArrayView<S> left, ArrayView<S> right, ArrayView<S> bias, ArrayView<S> result, ProductShape shape)
    {
        var leftTile = SharedMemory.Allocate<L>(Block * Depth);
        var rightTile = SharedMemory.Allocate<L>(Block * Depth);
        var thread = Group.IdxX;
        var acrossColumns = (shape.Columns + Block - 1) / Block;
        var downRows = (shape.Rows + Block - 1) / Block;
        var rest = Grid.IdxX / acrossColumns;
        var firstColumn = (Grid.IdxX - (rest * acrossColumns)) * Block;
        var batch = rest / downRows;
        var firstRow = (rest - (batch * downRows)) * Block;
        var tileRow = thread / Across * 4;
        var tileColumn = thread % Across * 4;
        var zero = L.Constant(0);
        var (t00, t01, t02, t03) = (zero, zero, zero, zero);
        var (t10, t11, t12, t13) = (zero, zero, zero, zero);
        var (t20, t21, t22, t23) = (zero, zero, zero, zero);
        var (t30, t31, t32, t33) = (zero, zero, zero, zero);
        for (var from = 0; from < shape.Inner; from += Depth)
        {
            for (var i = thread; i < Block * Depth; i += Threads)
            {
                // Neighbouring threads read neighbouring elements, along whichever dimension these lie.
                var k = shape.Left.Column == 1 ? i % Depth : i / Block;
                var row = shape.Left.Column == 1 ? i / Depth : i % Block;
                var isInside = firstRow + row < shape.Rows && from + k < shape.Inner;
                leftTile[(k * Block) + row] = isInside ? L.Load(left[shape.Left.At(batch, firstRow + row, from + k)]) : zero;
                k = shape.Right.Column == 1 ? i / Block : i % Depth;
                var column = shape.Right.Column == 1 ? i % Block : i / Depth;
                isInside = firstColumn + column < shape.Columns && from + k < shape.Inner;
                rightTile[(k * Block) + column] = isInside ? L.Load(right[shape.Right.At(batch, from + k, firstColumn + column)]) : zero;
            }

            Group.Barrier();
            for (var k = 0; k < Depth; k++)
            {
                var a0 = leftTile[(k * Block) + tileRow];
                var a1 = leftTile[(k * Block) + tileRow + 1];
                var a2 = leftTile[(k * Block) + tileRow + 2];
                var a3 = leftTile[(k * Block) + tileRow + 3];
                var b0 = rightTile[(k * Block) + tileColumn];
                var b1 = rightTile[(k * Block) + tileColumn + 1];
                var b2 = rightTile[(k * Block) + tileColumn + 2];
                var b3 = rightTile[(k * Block) + tileColumn + 3];
                t00 += a0 * b0;
                t01 += a0 * b1;
                t02 += a0 * b2;
                t03 += a0 * b3;
                t10 += a1 * b0;
                t11 += a1 * b1;
                t12 += a1 * b2;
                t13 += a1 * b3;
                t20 += a2 * b0;
                t21 += a2 * b1;
                t22 += a2 * b2;
                t23 += a2 * b3;
                t30 += a3 * b0;
                t31 += a3 * b1;
                t32 += a3 * b2;
                t33 += a3 * b3;
            }

            Group.Barrier();
        }

        ProductKernels<S, L>.StoreRow(result, bias, shape, batch, firstRow + tileRow, firstColumn + tileColumn, t00, t01, t02, t03);
        ProductKernels<S, L>.StoreRow(result, bias, shape, batch, firstRow + tileRow + 1, firstColumn + tileColumn, t10, t11, t12, t13);
        ProductKernels<S, L>.StoreRow(result, bias, shape, batch, firstRow + tileRow + 2, firstColumn + tileColumn, t20, t21, t22, t23);
        ProductKernels<S, L>.StoreRow(result, bias, shape, batch, firstRow + tileRow + 3, firstColumn + tileColumn, t30, t31, t32, t33);
    }
}
