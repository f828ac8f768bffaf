using DslTensors.Devices.Lanes;
using ILGPU;

namespace DslTensors.Devices.Matrix;

/// <summary>Matrix products. Each thread computes a tile of 4 by 4 results, so that an element that was read is used four times.</summary>
internal sealed class ProductKernels<S, L>
    where S : unmanaged
    where L : unmanaged, IDeviceLane<L, S>
{
    public const int Tile = 4;

    /// <summary>Without memory that threads share.</summary>
    public static void Plain(Index1D i, ArrayView<S> left, ArrayView<S> right, ArrayView<S> bias, ArrayView<S> result, ProductShape shape)
    {
        var acrossColumns = (shape.Columns + Tile - 1) / Tile;
        var downRows = (shape.Rows + Tile - 1) / Tile;
        var rest = i / acrossColumns;
        var column = (i - (rest * acrossColumns)) * Tile;
        var batch = rest / downRows;
        var row = (rest - (batch * downRows)) * Tile;

        // Past the edge the last element is read again, and nothing is written.
        var r1 = IntrinsicMath.Min(row + 1, shape.Rows - 1);
        var r2 = IntrinsicMath.Min(row + 2, shape.Rows - 1);
        var r3 = IntrinsicMath.Min(row + 3, shape.Rows - 1);
        var c1 = IntrinsicMath.Min(column + 1, shape.Columns - 1);
        var c2 = IntrinsicMath.Min(column + 2, shape.Columns - 1);
        var c3 = IntrinsicMath.Min(column + 3, shape.Columns - 1);
        var zero = L.Constant(0);
        var (t00, t01, t02, t03) = (zero, zero, zero, zero);
        var (t10, t11, t12, t13) = (zero, zero, zero, zero);
        var (t20, t21, t22, t23) = (zero, zero, zero, zero);
        var (t30, t31, t32, t33) = (zero, zero, zero, zero);
        for (var k = 0; k < shape.Inner; k++)
        {
            var a0 = L.Load(left[shape.Left.At(batch, row, k)]);
            var a1 = L.Load(left[shape.Left.At(batch, r1, k)]);
            var a2 = L.Load(left[shape.Left.At(batch, r2, k)]);
            var a3 = L.Load(left[shape.Left.At(batch, r3, k)]);
            var b0 = L.Load(right[shape.Right.At(batch, k, column)]);
            var b1 = L.Load(right[shape.Right.At(batch, k, c1)]);
            var b2 = L.Load(right[shape.Right.At(batch, k, c2)]);
            var b3 = L.Load(right[shape.Right.At(batch, k, c3)]);
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

        StoreRow(result, bias, shape, batch, row, column, t00, t01, t02, t03);
        StoreRow(result, bias, shape, batch, row + 1, column, t10, t11, t12, t13);
        StoreRow(result, bias, shape, batch, row + 2, column, t20, t21, t22, t23);
        StoreRow(result, bias, shape, batch, row + 3, column, t30, t31, t32, t33);
    }

    public static void StoreRow(ArrayView<S> result, ArrayView<S> bias, ProductShape shape, int batch, int row, int column, L t0, L t1, L t2, L t3)
    {
        if (row >= shape.Rows)
            return;
        Store(result, bias, shape, batch, row, column, t0);
        Store(result, bias, shape, batch, row, column + 1, t1);
        Store(result, bias, shape, batch, row, column + 2, t2);
        Store(result, bias, shape, batch, row, column + 3, t3);
    }

    private static void Store(ArrayView<S> result, ArrayView<S> bias, ProductShape shape, int batch, int row, int column, L value)
    {
        if (column >= shape.Columns)
            return;
        if (shape.HasBias != 0)
            value += L.Load(bias[shape.BiasOrigin + (column * shape.BiasStride)]);
        result[shape.Result.At(batch, row, column)] = L.Store(value);
    }
}
