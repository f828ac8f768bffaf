using DslTensors.Lanes;
using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(UnfoldedSum))]
internal sealed class UnfoldedSumKernel(GpuBackend backend) : UnfoldedSum.DeviceKernel
{
    // Windows overlap, but the elements of one place in each don't: they are added place by place.
    public override void Run<T>(Tensor<T> input, Tensor<T> result, Shape whole, int dimension, int size, int step)
    {
        backend.Fill(result, default);
        if (input.Layout.Count == 0)
            return;
        var windows = UnfoldDimension.Of(result.Layout, dimension, size, step);
        var (from, to) = (input.Layout, windows);
        for (var place = 0; place < size; place++)
        {
            var sums = result.Alias(StridedLayout.Strided(to.Sizes[..^1], to.Strides[..^1]), result.Offset + (place * to.Strides[^1]));
            var elements = input.Alias(StridedLayout.Strided(from.Sizes[..^1], from.Strides[..^1]), input.Offset + (place * from.Strides[^1]));
            backend.Map("unfold_backward", default(Sum), sums, elements, sums);
        }
    }

    internal readonly struct Sum : IMap2
    {
        public L Invoke<L>(L a, L b)
            where L : struct, ILane<L> => a + b;
    }
}
