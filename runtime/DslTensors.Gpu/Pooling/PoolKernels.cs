using DslTensors.Devices.Lanes;
using ILGPU;

namespace DslTensors.Devices.Pooling;

/// <summary>Pooling, one thread an element of what is computed.</summary>
internal sealed class PoolKernels<S, L>
    where S : unmanaged
    where L : unmanaged, IDeviceLane<L, S>
{
    /// <summary>The greatest element of each window and its place in the plane; NaN above all.</summary>
    public static void Max(Index1D i, ArrayView<S> input, ArrayView<S> values, ArrayView<long> indices, ArrayView<int> table, PoolShape shape)
    {
        var rest = i / shape.Width.Windows;
        var x = i - (rest * shape.Width.Windows);
        var next = rest / shape.Height.Windows;
        var y = rest - (next * shape.Height.Windows);
        var plane = next / shape.Depth.Windows;
        var z = next - (plane * shape.Depth.Windows);
        var origin = plane * shape.Depth.Elements * shape.Height.Elements * shape.Width.Elements;
        var best = (((table[shape.Depth.From(z)] * shape.Height.Elements) + table[shape.Height.From(y)]) * shape.Width.Elements) + table[shape.Width.From(x)];
        var greatest = L.Load(input[origin + best]);
        for (var sz = table[shape.Depth.From(z)]; sz < table[shape.Depth.To(z)]; sz += shape.Depth.Step)
        {
            for (var sy = table[shape.Height.From(y)]; sy < table[shape.Height.To(y)]; sy += shape.Height.Step)
            {
                for (var sx = table[shape.Width.From(x)]; sx < table[shape.Width.To(x)]; sx += shape.Width.Step)
                {
                    var place = (((sz * shape.Height.Elements) + sy) * shape.Width.Elements) + sx;
                    var candidate = L.Load(input[origin + place]);
                    if (L.Flag(L.Less(greatest, candidate)) != 0 || L.Flag(L.IsNaN(candidate)) != 0)
                    {
                        greatest = candidate;
                        best = place;
                    }
                }
            }
        }

        values[i] = L.Store(greatest);
        indices[i] = best;
    }

    /// <summary>The mean of each window.</summary>
    public static void Average(Index1D i, ArrayView<S> input, ArrayView<S> result, ArrayView<int> table, PoolShape shape)
    {
        var rest = i / shape.Width.Windows;
        var x = i - (rest * shape.Width.Windows);
        var next = rest / shape.Height.Windows;
        var y = rest - (next * shape.Height.Windows);
        var plane = next / shape.Depth.Windows;
        var z = next - (plane * shape.Depth.Windows);
        var origin = plane * shape.Depth.Elements * shape.Height.Elements * shape.Width.Elements;
        var sum = L.Constant(0);
        for (var sz = table[shape.Depth.From(z)]; sz < table[shape.Depth.To(z)]; sz += shape.Depth.Step)
        {
            for (var sy = table[shape.Height.From(y)]; sy < table[shape.Height.To(y)]; sy += shape.Height.Step)
            {
                for (var sx = table[shape.Width.From(x)]; sx < table[shape.Width.To(x)]; sx += shape.Width.Step)
                {
                    var place = (((sz * shape.Height.Elements) + sy) * shape.Width.Elements) + sx;
                    sum += L.Load(input[origin + place]);
                }
            }
        }

        result[i] = L.Store(sum / L.Constant(Divisor(z, y, x, table, shape)));
    }

    /// <summary>What each element gets of the means that it has a part in.</summary>
    public static void Shares(Index1D i, ArrayView<S> input, ArrayView<S> result, ArrayView<int> table, PoolShape shape)
    {
        var rest = i / shape.Width.Elements;
        var x = i - (rest * shape.Width.Elements);
        var next = rest / shape.Height.Elements;
        var y = rest - (next * shape.Height.Elements);
        var plane = next / shape.Depth.Elements;
        var z = next - (plane * shape.Depth.Elements);
        var total = L.Constant(0);
        for (var wz = 0; wz < shape.Depth.Windows; wz++)
        {
            if (!Covers(shape.Depth, wz, z, table))
                continue;
            for (var wy = 0; wy < shape.Height.Windows; wy++)
            {
                if (!Covers(shape.Height, wy, y, table))
                    continue;
                for (var wx = 0; wx < shape.Width.Windows; wx++)
                {
                    if (Covers(shape.Width, wx, x, table))
                    {
                        var window = (((((plane * shape.Depth.Windows) + wz) * shape.Height.Windows) + wy) * shape.Width.Windows) + wx;
                        total += L.Load(input[window]) / L.Constant(Divisor(wz, wy, wx, table, shape));
                    }
                }
            }
        }

        result[i] = L.Store(total);
    }

    /// <summary>Adds each element to its place in a plane; one thread a plane, so that no two add to one place.</summary>
    public static void Sum(Index1D plane, ArrayView<S> input, ArrayView<long> indices, ArrayView<S> result, int small, int large)
    {
        for (var i = 0; i < large; i++)
            result[(plane * large) + i] = L.Store(L.Constant(0));
        for (var i = 0; i < small; i++)
        {
            var at = (plane * large) + (int)indices[(plane * small) + i];
            result[at] = L.Store(L.Load(result[at]) + L.Load(input[(plane * small) + i]));
        }
    }

    /// <summary>The elements at some places of each plane.</summary>
    public static void Pick(Index1D i, ArrayView<S> input, ArrayView<long> indices, ArrayView<S> result, int small, int large) =>
        result[i] = input[(i / small * large) + (int)indices[i]];

    private static bool Covers(PoolAxis axis, int window, int element, ArrayView<int> table)
    {
        var from = table[axis.From(window)];
        return element >= from && element < table[axis.To(window)] && (element - from) % axis.Step == 0;
    }

    private static int Divisor(int z, int y, int x, ArrayView<int> table, PoolShape shape)
    {
        if (shape.Divisor != 0)
            return shape.Divisor;
        return Count(shape.Depth, z, table, shape.CountsPadding) * Count(shape.Height, y, table, shape.CountsPadding) * Count(shape.Width, x, table, shape.CountsPadding);
    }

    private static int Count(PoolAxis axis, int window, ArrayView<int> table, int countsPadding) =>
        countsPadding != 0 ? table[axis.Size(window)] : table[axis.To(window)] - table[axis.From(window)];
}
