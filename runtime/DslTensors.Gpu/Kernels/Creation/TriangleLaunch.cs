using DslTensors.Devices.Elementwise;
using DslTensors.Devices.Lanes;
using DslTensors.Devices.Shapes;
using ILGPU;
using ILGPU.Runtime;

namespace DslTensors.Devices.Kernels;

/// <summary>A triangle of each matrix, zeros elsewhere.</summary>
internal sealed class TriangleKernel<S, L>
    where S : unmanaged
    where L : unmanaged, IDeviceLane<L, S>
{
    public static void Run(Index1D i, Operand<S> input, ArrayView<S> result, Sizes8 sizes, int rows, int columns, int diagonal, int isUpper)
    {
        var row = i / columns % rows;
        var distance = (i % columns) - row - diagonal;
        var isKept = isUpper != 0 ? distance >= 0 : distance <= 0;
        result[i] = isKept ? input.View[sizes.Offset(i, input.Strides)] : L.Store(L.Constant(0));
    }
}

/// <summary>Starts it into a contiguous result.</summary>
internal readonly struct TriangleLaunch<T>(GpuBackend backend, Tensor<T> input, Tensor<T> result, int diagonal, bool isUpper) : ILaneAction
    where T : unmanaged
{
    public void Run<S, L>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
    {
        if (result.Layout.Count == 0)
            return;
        var sizes = result.Layout.Sizes;
        var dims = new JoinedDimensions(sizes, input.Layout.Strides);
        backend.Launcher(typeof(DenseKey<TriangleKernel<S, L>>), static accelerator =>
            accelerator.LoadAutoGroupedStreamKernel<Index1D, Operand<S>, ArrayView<S>, Sizes8, int, int, int, int>(TriangleKernel<S, L>.Run))(
            result.Layout.Count,
            new(backend.Elements<T, S>(input), dims.Strides(0, input.Offset)),
            backend.Dense<T, S>(result),
            dims.Sizes,
            sizes[^2],
            sizes[^1],
            diagonal,
            isUpper ? 1 : 0);
    }
}
