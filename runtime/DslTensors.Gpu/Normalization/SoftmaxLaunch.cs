using DslTensors.Devices.Elementwise;
using DslTensors.Devices.Lanes;
using DslTensors.Devices.Shapes;
using ILGPU;
using ILGPU.Runtime;

namespace DslTensors.Devices.Normalization;

/// <summary>Softmax along lines, one thread a line: greatest element, sum of exponentials, results.</summary>
internal sealed class SoftmaxKernels<S, L>
    where S : unmanaged
    where L : unmanaged, IDeviceLane<L, S>
{
    public static void Line(Index1D i, ArrayView<S> input, ArrayView<S> result, LineShape shape, int isLog)
    {
        var from = shape.Lines.Offset(i, shape.Input);
        var to = shape.Lines.Offset(i, shape.Result);
        var greatest = L.Load(input[from]);
        for (var j = 1; j < shape.Count; j++)
            greatest = L.Max(greatest, L.Load(input[from + (j * shape.InputStep)]));
        var sum = L.Constant(0);
        for (var j = 0; j < shape.Count; j++)
            sum += L.Exp(L.Load(input[from + (j * shape.InputStep)]) - greatest);
        if (isLog != 0)
        {
            var shift = L.Log(sum);
            for (var j = 0; j < shape.Count; j++)
                result[to + (j * shape.ResultStep)] = L.Store(L.Load(input[from + (j * shape.InputStep)]) - greatest - shift);
        }
        else
        {
            for (var j = 0; j < shape.Count; j++)
                result[to + (j * shape.ResultStep)] = L.Store(L.Exp(L.Load(input[from + (j * shape.InputStep)]) - greatest) / sum);
        }
    }
}

/// <summary>Starts softmax or its logarithm along a dimension.</summary>
internal readonly struct SoftmaxLaunch<T>(GpuBackend backend, Tensor<T> input, Tensor<T> result, int dim, bool isLog) : ILaneAction
    where T : unmanaged
{
    public void Run<S, L>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
    {
        if (result.Layout.Count == 0)
            return;
        var shape = LineShape.Of(input, result, dim, out var lines);
        backend.Launcher(typeof(DenseKey<SoftmaxKernels<S, L>>), static accelerator =>
            accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<S>, LineShape, int>(SoftmaxKernels<S, L>.Line))(
            lines, backend.Elements<T, S>(input), backend.Elements<T, S>(result), shape, isLog ? 1 : 0);
    }
}
