using DslTensors.Devices.Elementwise;
using DslTensors.Devices.Lanes;
using ILGPU;
using ILGPU.Runtime;

namespace DslTensors.Devices.Losses;

/// <summary>The places of what the negative log likelihood reads and writes.</summary>
internal struct PickedLossShape
{
    public int Origin;
    public int Row;
    public int Column;
    public int Classes;
    public int Ignored;
    public int HasWeight;
}

/// <summary>Minus the logarithm of each row's class, and its gradient. A target that is no class gives NaN, as a kernel can't throw.</summary>
internal sealed class PickedLossKernels<S, L>
    where S : unmanaged
    where L : unmanaged, IDeviceLane<L, S>
{
    public static void Forward(Index1D i, ArrayView<S> input, ArrayView<long> target, ArrayView<S> weight, ArrayView<S> result, PickedLossShape shape)
    {
        var picked = target[i];
        var value = L.Constant(0);
        if (picked != shape.Ignored)
        {
            if (picked < 0 || picked >= shape.Classes)
            {
                value = L.FromDouble(double.NaN);
            }
            else
            {
                value = -L.Load(input[shape.Origin + (i * shape.Row) + ((int)picked * shape.Column)]);
                if (shape.HasWeight != 0)
                    value *= L.Load(weight[(int)picked]);
            }
        }

        result[i] = L.Store(value);
    }

    public static void Backward(Index1D i, ArrayView<S> gradient, ArrayView<long> target, ArrayView<S> weight, ArrayView<S> result, PickedLossShape shape)
    {
        var row = i / shape.Classes;
        var column = i - (row * shape.Classes);
        var value = L.Constant(0);
        if (target[row] != shape.Ignored && target[row] == column)
        {
            value = -L.Load(gradient[shape.Origin + (row * shape.Row)]);
            if (shape.HasWeight != 0)
                value *= L.Load(weight[column]);
        }

        result[i] = L.Store(value);
    }
}

/// <summary>Starts the negative log likelihood of each row, or its gradient, into a contiguous result.</summary>
internal readonly struct PickedLossLaunch<T>(
    GpuBackend backend, Tensor<T> input, Tensor<long> target, Tensor<T>? weight, Tensor<T> result, int classes, int ignoreIndex, bool isBackward) : ILaneAction
    where T : unmanaged
{
    public void Run<S, L>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
    {
        if (result.Layout.Count == 0)
            return;
        var targets = backend.Contiguous(target);
        var weights = weight is null ? null : backend.Contiguous(weight);
        var shape = new PickedLossShape
        {
            Origin = input.Offset,
            Row = input.Layout.Strides[0],
            Column = isBackward ? 0 : input.Layout.Strides[1],
            Classes = classes,
            Ignored = ignoreIndex,
            HasWeight = weight is null ? 0 : 1,
        };
        var launch = isBackward
            ? backend.Launcher(typeof(PartKey<PickedLossKernels<S, L>>), static accelerator =>
                accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<long>, ArrayView<S>, ArrayView<S>, PickedLossShape>(PickedLossKernels<S, L>.Backward))
            : backend.Launcher(typeof(DenseKey<PickedLossKernels<S, L>>), static accelerator =>
                accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<long>, ArrayView<S>, ArrayView<S>, PickedLossShape>(PickedLossKernels<S, L>.Forward));
        var results = backend.Dense<T, S>(result);
        launch(
            result.Layout.Count,
            backend.Elements<T, S>(input),
            backend.Dense<long, long>(targets),
            weights is null ? results : backend.Dense<T, S>(weights),
            results,
            shape);
        GC.KeepAlive(targets);
        GC.KeepAlive(weights);
    }
}
