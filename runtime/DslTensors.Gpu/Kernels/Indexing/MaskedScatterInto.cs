using DslTensors.Devices.Indexing;
using DslTensors.Devices.Lanes;
using DslTensors.Devices.Reductions;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.MaskedScatterInto))]
internal sealed class MaskedScatterIntoKernel(GpuBackend backend) : Operators.MaskedScatterInto.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<bool> mask, Tensor<T> source, Tensor<T> result)
    {
        if (mask.Layout.BroadcastTo(result.Layout.Sizes) is not { } wide)
        {
            _ = ShapeFunctions.BroadcastSizes("masked_scatter", mask.Layout.Sizes, result.Layout.Sizes);
            throw new ShapeException($"output with shape {result.Shape} doesn't match the broadcast shape {mask.Shape}. masked_scatter: the mask must broadcast to the tensor; expand that first.");
        }

        backend.Copy(input, result);
        var (packed, flags) = (backend.Contiguous(source), backend.Contiguous(mask.Alias(wide, mask.Offset)));
        var needed = Tensor<long>.Allocate(result.Device, StridedLayout.Scalar);
        Nonzeros.Count(backend, flags, default(Dims).Flags(flags.Rank), needed);
        if (needed.Item() > packed.Count)
            throw new ShapeException($"Number of elements of source < number of ones in mask: the source of shape {source.Shape} has {packed.Count}.");
        LaneTypes.Dispatch<T, MaskedLaunch<T>>(new(backend, result, flags, packed, packs: false));
        GC.KeepAlive(packed);
        GC.KeepAlive(flags);
    }
}
