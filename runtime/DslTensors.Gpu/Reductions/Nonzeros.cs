using DslTensors.Devices.Lanes;
using DslTensors.Lanes;
using DslTensors.Operators;

namespace DslTensors.Devices.Reductions;

/// <summary>Counts elements other than 0.</summary>
internal static class Nonzeros
{
    public static void Count<T>(GpuBackend backend, Tensor<T> input, bool[] reduced, Tensor<long> result)
        where T : unmanaged
    {
        var flags = Tensor<bool>.Allocate(input.Device, input.Layout.ToContiguous());
        var convert = backend.Kernel<Converted.DeviceKernel>("to");
        convert.Run(input, flags);
        var numbers = Tensor<long>.Allocate(input.Device, flags.Layout);
        convert.Run(flags, numbers);
        LaneTypes.Dispatch<long, ReductionLaunch<SumReduction, long>>(new(backend, default, numbers, reduced, result));
        GC.KeepAlive(numbers);
    }

    /// <summary>Tells for each result whether its count is 0, or is not.</summary>
    public static void Compare(GpuBackend backend, string operation, Tensor<long> counts, Tensor<bool> result, bool isZero)
    {
        if (isZero)
            backend.MapPredicate(operation, default(IsZero), counts, result);
        else
            backend.MapPredicate(operation, default(IsNotZero), counts, result);
    }

    internal readonly struct IsZero : IMap1
    {
        public L Invoke<L>(L a)
            where L : struct, ILane<L> => L.Equal(a, L.Constant(0));
    }

    internal readonly struct IsNotZero : IMap1
    {
        public L Invoke<L>(L a)
            where L : struct, ILane<L> => L.NotEqual(a, L.Constant(0));
    }
}
