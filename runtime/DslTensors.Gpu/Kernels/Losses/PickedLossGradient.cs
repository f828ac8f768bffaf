using DslTensors.Devices.Lanes;
using DslTensors.Devices.Losses;
using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(PickedLossGradient))]
internal sealed class PickedLossGradientKernel(GpuBackend backend) : PickedLossGradient.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<long> target, Tensor<T>? weight, Tensor<T> result, int classes, int ignoreIndex) =>
        LaneTypes.Dispatch<T, PickedLossLaunch<T>>(new(backend, input, target, weight, result, classes, ignoreIndex, isBackward: true));
}
