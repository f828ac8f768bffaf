using DslTensors.Devices.Lanes;
using DslTensors.Devices.Matrix;
using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Bmm))]
internal sealed class BmmKernel(GpuBackend backend) : Bmm.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> mat2, Tensor<T> result)
    {
        var (a, b, c) = (input.Layout, mat2.Layout, result.Layout);
        LaneTypes.Dispatch<T, ProductLaunch<T>>(new(backend, input, mat2, null, result, new ProductShape
        {
            Batches = c.Sizes[0],
            Rows = c.Sizes[1],
            Inner = a.Sizes[2],
            Columns = c.Sizes[2],
            Left = new(input.Offset, a.Strides[0], a.Strides[1], a.Strides[2]),
            Right = new(mat2.Offset, b.Strides[0], b.Strides[1], b.Strides[2]),
            Result = new(result.Offset, c.Strides[0], c.Strides[1], c.Strides[2]),
        }));
    }
}
