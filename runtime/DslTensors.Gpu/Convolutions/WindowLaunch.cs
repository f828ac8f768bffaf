using DslTensors.Devices.Elementwise;
using DslTensors.Devices.Lanes;
using DslTensors.Operators;
using ILGPU;
using ILGPU.Runtime;

namespace DslTensors.Devices.Convolutions;

/// <summary>How windows lie in images.</summary>
internal struct WindowShape
{
    public int Height;
    public int Width;
    public int Rows;
    public int Columns;
    public int KernelHeight;
    public int KernelWidth;
    public int RowDilation;
    public int ColumnDilation;
    public int RowPadding;
    public int ColumnPadding;
    public int RowStride;
    public int ColumnStride;

    public static WindowShape Of(WindowGrid windows) => new()
    {
        Height = windows.Height,
        Width = windows.Width,
        Rows = windows.Rows,
        Columns = windows.Columns,
        KernelHeight = windows.Kernel[0],
        KernelWidth = windows.Kernel[1],
        RowDilation = windows.Dilation[0],
        ColumnDilation = windows.Dilation[1],
        RowPadding = windows.Padding[0],
        ColumnPadding = windows.Padding[1],
        RowStride = windows.Stride[0],
        ColumnStride = windows.Stride[1],
    };
}

/// <summary>Windows of images as columns, and images as sums of columns.</summary>
internal sealed class WindowKernels<S, L>
    where S : unmanaged
    where L : unmanaged, IDeviceLane<L, S>
{
    public static void ToColumns(Index1D i, ArrayView<S> images, ArrayView<S> columns, WindowShape shape)
    {
        var rest = i / shape.Columns;
        var column = i - (rest * shape.Columns);
        var next = rest / shape.Rows;
        var row = rest - (next * shape.Rows);
        var taps = shape.KernelHeight * shape.KernelWidth;
        var plane = next / taps;
        var tap = next - (plane * taps);
        var y = (row * shape.RowStride) - shape.RowPadding + (tap / shape.KernelWidth * shape.RowDilation);
        var x = (column * shape.ColumnStride) - shape.ColumnPadding + (tap % shape.KernelWidth * shape.ColumnDilation);
        var isInside = y >= 0 && y < shape.Height && x >= 0 && x < shape.Width;
        columns[i] = isInside ? images[(((plane * shape.Height) + y) * shape.Width) + x] : L.Store(L.Constant(0));
    }

    public static void ToImages(Index1D i, ArrayView<S> images, ArrayView<S> columns, WindowShape shape)
    {
        var rest = i / shape.Width;
        var x = i - (rest * shape.Width);
        var plane = rest / shape.Height;
        var y = rest - (plane * shape.Height);
        var total = L.Constant(0);
        for (var ky = 0; ky < shape.KernelHeight; ky++)
        {
            var down = y + shape.RowPadding - (ky * shape.RowDilation);
            var row = down / shape.RowStride;
            if (down < 0 || row * shape.RowStride != down || row >= shape.Rows)
                continue;
            for (var kx = 0; kx < shape.KernelWidth; kx++)
            {
                var across = x + shape.ColumnPadding - (kx * shape.ColumnDilation);
                var column = across / shape.ColumnStride;
                if (across >= 0 && column * shape.ColumnStride == across && column < shape.Columns)
                {
                    var tap = (((plane * shape.KernelHeight) + ky) * shape.KernelWidth) + kx;
                    total += L.Load(columns[(((tap * shape.Rows) + row) * shape.Columns) + column]);
                }
            }
        }

        images[i] = L.Store(total);
    }
}

/// <summary>Starts one of the two over contiguous tensors.</summary>
internal readonly struct WindowLaunch<T>(GpuBackend backend, Tensor<T> input, Tensor<T> result, WindowGrid windows, bool isAdjoint) : ILaneAction
    where T : unmanaged
{
    public void Run<S, L>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
    {
        if (result.Layout.Count == 0)
            return;
        var dense = backend.Contiguous(input);
        var launch = isAdjoint
            ? backend.Launcher(typeof(PartKey<WindowKernels<S, L>>), static accelerator =>
                accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<S>, WindowShape>(WindowKernels<S, L>.ToImages))
            : backend.Launcher(typeof(DenseKey<WindowKernels<S, L>>), static accelerator =>
                accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<S>, WindowShape>(WindowKernels<S, L>.ToColumns));
        var (images, columns) = isAdjoint ? (result, dense) : (dense, result);
        launch(result.Layout.Count, backend.Dense<T, S>(images), backend.Dense<T, S>(columns), WindowShape.Of(windows));
        GC.KeepAlive(dense);
    }
}
