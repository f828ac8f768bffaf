using DslTensors.Devices.Lanes;
using DslTensors.Devices.Matrix;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.Linear))]
internal sealed class LinearKernel(GpuBackend backend) : Operators.Linear.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> weight, Tensor<T>? bias, Tensor<T> result)
    {
        var (inner, outer) = (weight.Layout.Sizes[1], weight.Layout.Sizes[0]);
        var dense = input.Rank == 2 ? input : backend.Contiguous(input);
        var (row, column) = dense.Rank == 2 ? (dense.Layout.Strides[0], dense.Layout.Strides[1]) : (inner, 1);
        LaneTypes.Dispatch<T, ProductLaunch<T>>(new(backend, dense, weight, bias, result, new ProductShape
        {
            Batches = 1,
            Rows = outer == 0 ? 0 : result.Layout.Count / outer,
            Inner = inner,
            Columns = outer,
            Left = new(dense.Offset, 0, row, column),
            Right = new(weight.Offset, 0, weight.Layout.Strides[1], weight.Layout.Strides[0]),
            Result = new(result.Offset, 0, outer, 1),
            HasBias = bias is null ? 0 : 1,
            BiasOrigin = bias?.Offset ?? 0,
            BiasStride = bias?.Layout.Strides[0] ?? 0,
        }));
        GC.KeepAlive(dense);
    }
}
