using DslTensors.Devices.Elementwise;
using DslTensors.Devices.Lanes;
using DslTensors.Devices.Shapes;
using DslTensors.Operators;
using ILGPU;
using ILGPU.Runtime;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Chosen))]
internal sealed class ChosenKernel(GpuBackend backend) : Chosen.DeviceKernel
{
    public override void Run<T>(Tensor<bool> condition, Tensor<T> input, Tensor<T> other, Tensor<T> result)
    {
        if (result.Layout.Count > 0)
            LaneTypes.Dispatch<T, Launch<T>>(new(backend, backend.Here(condition), backend.Here(input), backend.Here(other), result));
    }

    // Elements are moved, not computed with, but a lane's type is how they lie in memory.
    private static void Choose<S>(Index1D i, Operand<byte> condition, Operand<S> input, Operand<S> other, Operand<S> result, Sizes8 sizes)
        where S : unmanaged => result.View[sizes.Offset(i, result.Strides)] = condition.View[sizes.Offset(i, condition.Strides)] != 0
            ? input.View[sizes.Offset(i, input.Strides)]
            : other.View[sizes.Offset(i, other.Strides)];

    private readonly struct Launch<T>(GpuBackend backend, Tensor<bool> condition, Tensor<T> input, Tensor<T> other, Tensor<T> result) : ILaneAction
        where T : unmanaged
    {
        public void Run<S, L>()
            where S : unmanaged
            where L : unmanaged, IDeviceLane<L, S>
        {
            var sizes = result.Layout.Sizes;
            var dims = new JoinedDimensions(
                sizes,
                condition.Layout.BroadcastTo(sizes)!.Strides,
                input.Layout.BroadcastTo(sizes)!.Strides,
                other.Layout.BroadcastTo(sizes)!.Strides,
                result.Layout.Strides);
            backend.Launcher(typeof(StridedKey<Launch<S>>), static accelerator =>
                accelerator.LoadAutoGroupedStreamKernel<Index1D, Operand<byte>, Operand<S>, Operand<S>, Operand<S>, Sizes8>(Choose))(
                result.Layout.Count,
                new(backend.Elements<bool, byte>(condition), dims.Strides(0, condition.Offset)),
                new(backend.Elements<T, S>(input), dims.Strides(1, input.Offset)),
                new(backend.Elements<T, S>(other), dims.Strides(2, other.Offset)),
                new(backend.Elements<T, S>(result), dims.Strides(3, result.Offset)),
                dims.Sizes);
        }
    }
}
