using DslTensors.Devices.Elementwise;
using DslTensors.Devices.Lanes;
using DslTensors.Devices.Shapes;
using DslTensors.Operators;
using ILGPU;
using ILGPU.Runtime;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Converted))]
internal sealed class ConvertedKernel(GpuBackend backend) : Converted.DeviceKernel
{
    public override void Run<T, TResult>(Tensor<T> input, Tensor<TResult> result)
    {
        if (result.Layout.Count > 0)
            LaneTypes.Dispatch<T, From<T, TResult>>(new(backend, backend.Here(input), result));
    }

    private sealed class Loop<S, L, R, M>
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
        where R : unmanaged
        where M : unmanaged, IDeviceLane<M, R>
    {
        public static void Run(Index1D i, Operand<S> input, ArrayView<R> result, Sizes8 sizes, int isTruth)
        {
            var value = L.Load(input.View[sizes.Offset(i, input.Strides)]);
            if (isTruth != 0)
                result[i] = M.Store(M.FromLong(L.Flag(L.NotEqual(value, L.Constant(0)))));
            else if (L.IsReal != 0)
                result[i] = M.Store(M.FromDouble(L.ToDouble(value)));
            else
                result[i] = M.Store(M.FromLong(L.ToLong(value)));
        }
    }

    private readonly struct From<T, TResult>(GpuBackend backend, Tensor<T> input, Tensor<TResult> result) : ILaneAction
        where T : unmanaged
        where TResult : unmanaged
    {
        public void Run<S, L>()
            where S : unmanaged
            where L : unmanaged, IDeviceLane<L, S> => LaneTypes.Dispatch<TResult, To<T, S, L, TResult>>(new(backend, input, result));
    }

    private readonly struct To<T, S, L, TResult>(GpuBackend backend, Tensor<T> input, Tensor<TResult> result) : ILaneAction
        where T : unmanaged
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
        where TResult : unmanaged
    {
        public void Run<R, M>()
            where R : unmanaged
            where M : unmanaged, IDeviceLane<M, R>
        {
            var dims = new JoinedDimensions(input.Layout.Sizes, input.Layout.Strides);
            backend.Launcher(typeof(Loop<S, L, R, M>), static accelerator =>
                accelerator.LoadAutoGroupedStreamKernel<Index1D, Operand<S>, ArrayView<R>, Sizes8, int>(Loop<S, L, R, M>.Run))(
                result.Layout.Count,
                new(backend.Elements<T, S>(input), dims.Strides(0, input.Offset)),
                backend.Dense<TResult, R>(result),
                dims.Sizes,
                typeof(TResult) == typeof(bool) ? 1 : 0);
        }
    }
}
