
namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.MaskedPut))]
internal sealed class MaskedPutKernel(GpuBackend backend) : Operators.MaskedPut.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<bool> mask, Tensor<T> value, Tensor<T> result)
    {
        if (mask.Layout.BroadcastTo(result.Layout.Sizes) is null)
            throw new ShapeException($"The expanded size of the mask must match the tensor: the mask has shape {mask.Shape}, the tensor {result.Shape}.");
        backend.Kernel<Operators.Chosen.DeviceKernel>("masked_fill").Run(mask, value, input, result);
    }
}
