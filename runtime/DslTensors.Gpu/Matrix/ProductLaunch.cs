using DslTensors.Devices.Elementwise;
using DslTensors.Devices.Lanes;
using ILGPU;
using ILGPU.Runtime;

namespace DslTensors.Devices.Matrix;

/// <summary>Starts a batch of matrix products.</summary>
internal readonly struct ProductLaunch<T>(GpuBackend backend, Tensor<T> left, Tensor<T> right, Tensor<T>? bias, Tensor<T> result, ProductShape shape) : ILaneAction
    where T : unmanaged
{
    // Below so many multiplications the shared tiles would be mostly empty.
    private const long Small = 32 * 32 * 32;

    public void Run<S, L>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
    {
        if (shape.Batches == 0 || shape.Rows == 0 || shape.Columns == 0)
            return;
        var (a, b, c) = (backend.Elements<T, S>(left), backend.Elements<T, S>(right), backend.Elements<T, S>(result));
        var offsets = backend.Elements<T, S>(bias ?? result);
        if (backend.HasSharedMemory && (long)shape.Rows * shape.Columns * shape.Inner >= Small)
        {
            const int block = SharedProductKernel<float, FloatLane>.Block;
            var groups = checked(shape.Batches * ((shape.Rows + block - 1) / block) * ((shape.Columns + block - 1) / block));
            backend.Launcher(typeof(SharedKey<ProductKernels<S, L>>), static accelerator =>
                accelerator.LoadStreamKernel<ArrayView<S>, ArrayView<S>, ArrayView<S>, ArrayView<S>, ProductShape>(SharedProductKernel<S, L>.Run))(
                new KernelConfig(groups, SharedProductKernel<S, L>.Threads), a, b, offsets, c, shape);
            return;
        }

        const int tile = ProductKernels<float, FloatLane>.Tile;
        var tiles = checked(shape.Batches * ((shape.Rows + tile - 1) / tile) * ((shape.Columns + tile - 1) / tile));
        backend.Launcher(typeof(DenseKey<ProductKernels<S, L>>), static accelerator =>
            accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<S>, ArrayView<S>, ArrayView<S>, ProductShape>(ProductKernels<S, L>.Plain))(
            tiles, a, b, offsets, c, shape);
    }
}
