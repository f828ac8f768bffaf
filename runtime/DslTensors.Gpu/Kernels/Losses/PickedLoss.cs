using DslTensors.Devices.Lanes;
using DslTensors.Devices.Losses;
using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(PickedLoss))]
internal sealed class PickedLossKernel(GpuBackend backend) : PickedLoss.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<long> target, Tensor<T>? weight, Tensor<T> result, int ignoreIndex) =>
        LaneTypes.Dispatch<T, PickedLossLaunch<T>>(new(backend, input, target, weight, result, input.Shape[1], ignoreIndex, isBackward: false));
}
