using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Clone))]
internal sealed class CloneKernel(GpuBackend backend) : Clone.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> result) => backend.Copy(backend.Here(input), result);
}
