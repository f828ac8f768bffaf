using DslTensors.Devices.Elementwise;
using DslTensors.Devices.Lanes;
using DslTensors.Devices.Reductions;
using ILGPU;
using ILGPU.Runtime;

namespace DslTensors.Devices.Indexing;

/// <summary>Elements where a mask is true, packed one after the other.</summary>
internal sealed class MaskedKernels<S, L>
    where S : unmanaged
    where L : unmanaged, IDeviceLane<L, S>
{
    public static void Pack(Index1D i, ArrayView<S> elements, ArrayView<byte> mask, ArrayView<long> places, ArrayView<S> packed)
    {
        if (mask[i] != 0 && places[i] <= packed.Length)
            packed[places[i] - 1] = elements[i];
    }

    public static void Unpack(Index1D i, ArrayView<S> elements, ArrayView<byte> mask, ArrayView<long> places, ArrayView<S> packed)
    {
        if (mask[i] != 0 && places[i] <= packed.Length)
            elements[i] = packed[places[i] - 1];
    }
}

/// <summary>Starts the packing or unpacking of contiguous tensors.</summary>
internal readonly struct MaskedLaunch<T>(GpuBackend backend, Tensor<T> elements, Tensor<bool> mask, Tensor<T> packed, bool packs) : ILaneAction
    where T : unmanaged
{
    public void Run<S, L>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
    {
        var count = mask.Layout.Count;
        if (count == 0 || packed.Layout.Count == 0)
            return;

        // The number of true places up to each is where its element goes.
        var numbers = backend.Room<long>(count);
        var places = backend.Room<long>(count);
        backend.Kernel<Operators.Converted.DeviceKernel>("to").Run(mask.Alias(StridedLayout.Contiguous(count), mask.Offset), numbers);
        LaneTypes.Dispatch<long, RunningLaunch<long>>(new(backend, numbers, places, 0, isProduct: false));
        var launch = packs
            ? backend.Launcher(typeof(PartKey<MaskedKernels<S, L>>), static accelerator =>
                accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<byte>, ArrayView<long>, ArrayView<S>>(MaskedKernels<S, L>.Pack))
            : backend.Launcher(typeof(JoinKey<MaskedKernels<S, L>>), static accelerator =>
                accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<byte>, ArrayView<long>, ArrayView<S>>(MaskedKernels<S, L>.Unpack));
        launch(count, backend.Dense<T, S>(elements), backend.Dense<bool, byte>(mask), backend.Dense<long, long>(places), backend.Dense<T, S>(packed));
        GC.KeepAlive(numbers);
        GC.KeepAlive(places);
    }
}
