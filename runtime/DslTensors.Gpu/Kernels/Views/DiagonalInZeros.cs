using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(DiagonalInZeros))]
internal sealed class DiagonalInZerosKernel(GpuBackend backend) : DiagonalInZeros.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> result, Shape size, int offset, int dim1, int dim2)
    {
        backend.Fill(result, default);
        var layout = Diagonal.Of(result.Layout, offset, dim1, dim2, out var start);
        backend.Copy(backend.Here(input), result.Alias(layout, result.Offset + start));
    }
}
