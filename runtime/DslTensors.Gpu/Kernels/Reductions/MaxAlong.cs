using DslTensors.Devices.Indexing;
using DslTensors.Devices.Lanes;
using DslTensors.Devices.Reductions;
using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(MaxAlong))]
internal sealed class MaxAlongKernel(GpuBackend backend) : MaxAlong.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> values, Tensor<long> indices, int dim, bool keepDim)
    {
        LaneTypes.Dispatch<T, BestLaunch<T>>(new(backend, "max", input, indices, dim, isLeast: false));
        if (input.Rank == 0)
        {
            backend.Copy(input, values);
            return;
        }

        // The places of the best elements, with the dimension that is gone as one of size 1.
        var at = Dimension.Wrap(dim, input.Rank);
        var kept = input.Layout.Sizes.ToArray();
        kept[at] = 1;
        var (from, to) = (indices.Alias(StridedLayout.Contiguous(kept), indices.Offset), values.Alias(StridedLayout.Contiguous(kept), values.Offset));
        LaneTypes.Dispatch<T, IndexedLaunch<T>>(new(backend, "max", IndexedAccess.Read, input, from, to, IndexedShape.Along(input, at, from, to)));
    }
}
