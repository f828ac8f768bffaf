using DslTensors.Devices.Lanes;
using DslTensors.Lanes;
using ILGPU;

namespace DslTensors.Devices.Reductions;

/// <summary>The steps of a reduction. They form a tree, so that rounding grows with the logarithm of the number of elements.</summary>
internal sealed class ReductionKernels<TReduction, S, L>
    where TReduction : struct, IReduction
    where S : unmanaged
    where L : unmanaged, IDeviceLane<L, S>
{
    /// <summary>All elements of a result in one thread.</summary>
    public static void Whole(Index1D i, ArrayView<S> input, ArrayView<S> result, ReductionShape shape, TReduction reduction)
    {
        var start = shape.Kept.Offset(i, shape.KeptStrides);
        var total = reduction.Start<L>();
        for (var j = 0; j < shape.PerResult; j++)
            total = reduction.Join(total, reduction.Map(L.Load(input[start + shape.Reduced.Offset(j, shape.ReducedStrides)])));
        result[i] = L.Store(total);
    }

    /// <summary>Some elements of a result in one thread: every so many-th, or a run of them.</summary>
    public static void Part(Index1D i, ArrayView<S> input, ArrayView<L> parts, ReductionShape shape, TReduction reduction)
    {
        var output = i / shape.Parts;
        var start = shape.Kept.Offset(output, shape.KeptStrides);
        var total = reduction.Start<L>();
        var part = i - (output * shape.Parts);
        var run = (shape.PerResult + shape.Parts - 1) / shape.Parts;
        var first = shape.Step == 1 ? part * run : part;
        var end = shape.Step == 1 ? IntrinsicMath.Min(first + run, shape.PerResult) : shape.PerResult;
        for (var j = first; j < end; j += shape.Step)
            total = reduction.Join(total, reduction.Map(L.Load(input[start + shape.Reduced.Offset(j, shape.ReducedStrides)])));
        parts[i] = total;
    }

    /// <summary>Joins some parts of a result.</summary>
    public static void Join(Index1D i, ArrayView<L> parts, ArrayView<L> joined, int count, int many, TReduction reduction)
    {
        var output = i / many;
        var total = reduction.Start<L>();
        for (var j = i - (output * many); j < count; j += many)
            total = reduction.Join(total, parts[(output * count) + j]);
        joined[i] = total;
    }

    /// <summary>Joins all parts of a result.</summary>
    public static void Finish(Index1D i, ArrayView<L> parts, ArrayView<S> result, int count, TReduction reduction)
    {
        var total = reduction.Start<L>();
        for (var j = 0; j < count; j++)
            total = reduction.Join(total, parts[(i * count) + j]);
        result[i] = L.Store(total);
    }
}
