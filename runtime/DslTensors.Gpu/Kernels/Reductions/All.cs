using DslTensors.Devices.Reductions;
using DslTensors.Lanes;
using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(All))]
internal sealed class AllKernel(GpuBackend backend) : All.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<bool> result, Dims dim, bool keepDim)
    {
        // All are other than 0 where none is not.
        var zeros = Tensor<bool>.Allocate(input.Device, input.Layout.ToContiguous());
        backend.MapPredicate("all", default(IsZero), input, zeros);
        var counts = Tensor<long>.Allocate(result.Device, result.Layout);
        Nonzeros.Count(backend, zeros, dim.Flags(input.Rank), counts);
        Nonzeros.Compare(backend, "all", counts, result, isZero: true);
        GC.KeepAlive(zeros);
    }

    internal readonly struct IsZero : IMap1
    {
        public L Invoke<L>(L a)
            where L : struct, ILane<L> => L.Equal(a, L.Constant(0));
    }
}
