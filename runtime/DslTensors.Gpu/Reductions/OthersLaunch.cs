using DslTensors.Devices.Elementwise;
using DslTensors.Devices.Lanes;
using DslTensors.Devices.Shapes;
using ILGPU;
using ILGPU.Runtime;

namespace DslTensors.Devices.Reductions;

/// <summary>For each element the product of the others of its line, one thread a line.</summary>
internal sealed class OthersKernel<S, L>
    where S : unmanaged
    where L : unmanaged, IDeviceLane<L, S>
{
    public static void Line(Index1D i, ArrayView<S> input, ArrayView<S> result, LineShape shape)
    {
        var from = shape.Lines.Offset(i, shape.Input);
        var to = shape.Lines.Offset(i, shape.Result);
        var product = L.Constant(1);
        for (var j = 0; j < shape.Count; j++)
        {
            result[to + (j * shape.ResultStep)] = L.Store(product);
            product *= L.Load(input[from + (j * shape.InputStep)]);
        }

        product = L.Constant(1);
        for (var j = shape.Count - 1; j >= 0; j--)
        {
            var at = to + (j * shape.ResultStep);
            result[at] = L.Store(L.Load(result[at]) * product);
            product *= L.Load(input[from + (j * shape.InputStep)]);
        }
    }
}

/// <summary>Starts it, over contiguous tensors.</summary>
internal readonly struct OthersLaunch<T>(GpuBackend backend, Tensor<T> input, Tensor<T> result, int? dim) : ILaneAction
    where T : unmanaged
{
    public void Run<S, L>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
    {
        if (result.Layout.Count == 0)
            return;
        var (from, to) = (input, result);
        if (dim is null)
        {
            var flat = StridedLayout.Contiguous(input.Layout.Count);
            (from, to) = (input.Alias(flat, input.Offset), result.Alias(flat, result.Offset));
        }

        var shape = LineShape.Of(from, to, dim ?? 0, out var lines);
        backend.Launcher(typeof(DenseKey<OthersKernel<S, L>>), static accelerator =>
            accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<S>, LineShape>(OthersKernel<S, L>.Line))(
            lines, backend.Elements<T, S>(from), backend.Elements<T, S>(to), shape);
    }
}
