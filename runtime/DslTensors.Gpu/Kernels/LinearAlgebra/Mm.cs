using DslTensors.Devices.Lanes;
using DslTensors.Devices.Matrix;
using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Mm))]
internal sealed class MmKernel(GpuBackend backend) : Mm.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> mat2, Tensor<T> result)
    {
        var (a, b, c) = (input.Layout, mat2.Layout, result.Layout);
        LaneTypes.Dispatch<T, ProductLaunch<T>>(new(backend, input, mat2, null, result, new ProductShape
        {
            Batches = 1,
            Rows = c.Sizes[0],
            Inner = a.Sizes[1],
            Columns = c.Sizes[1],
            Left = new(input.Offset, 0, a.Strides[0], a.Strides[1]),
            Right = new(mat2.Offset, 0, b.Strides[0], b.Strides[1]),
            Result = new(result.Offset, 0, c.Strides[0], c.Strides[1]),
        }));
    }
}
