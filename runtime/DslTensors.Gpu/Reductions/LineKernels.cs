using DslTensors.Devices.Lanes;
using DslTensors.Devices.Shapes;
using ILGPU;

namespace DslTensors.Devices.Reductions;

/// <summary>Work along the lines of a tensor, one thread a line, or one an element where all are compared.</summary>
internal sealed class LineKernels<S, L>
    where S : unmanaged
    where L : unmanaged, IDeviceLane<L, S>
{
    /// <summary>The first index of the greatest element, or of the least; NaN beats all.</summary>
    public static void Best(Index1D i, ArrayView<S> input, ArrayView<long> result, LineShape shape, int isLeast)
    {
        var from = shape.Lines.Offset(i, shape.Input);
        var best = L.Load(input[from]);
        var at = 0;
        for (var j = 1; j < shape.Count; j++)
        {
            var candidate = L.Load(input[from + (j * shape.InputStep)]);
            if (Beats(candidate, best, isLeast))
            {
                best = candidate;
                at = j;
            }
        }

        result[shape.Lines.Offset(i, shape.Result)] = at;
    }

    /// <summary>The running sum, or the running product.</summary>
    public static void Running(Index1D i, ArrayView<S> input, ArrayView<S> result, LineShape shape, int isProduct)
    {
        var from = shape.Lines.Offset(i, shape.Input);
        var to = shape.Lines.Offset(i, shape.Result);
        var total = L.Constant(isProduct);
        for (var j = 0; j < shape.Count; j++)
        {
            var element = L.Load(input[from + (j * shape.InputStep)]);
            total = isProduct != 0 ? total * element : total + element;
            result[to + (j * shape.ResultStep)] = L.Store(total);
        }
    }

    /// <summary>The greatest or least element so far, the last of equal ones, and its index; NaN stays.</summary>
    public static void RunningBest(Index1D i, ArrayView<S> input, ArrayView<S> values, ArrayView<long> indices, LineShape shape, int isLeast)
    {
        var from = shape.Lines.Offset(i, shape.Input);
        var to = shape.Lines.Offset(i, shape.Result);
        var best = L.Load(input[from]);
        var at = 0;
        for (var j = 0; j < shape.Count; j++)
        {
            var candidate = L.Load(input[from + (j * shape.InputStep)]);
            var isWorse = isLeast != 0 ? L.Flag(L.Less(best, candidate)) != 0 : L.Flag(L.Less(candidate, best)) != 0;
            if (L.Flag(L.IsNaN(candidate)) != 0 || (L.Flag(L.IsNaN(best)) == 0 && !isWorse))
            {
                best = candidate;
                at = j;
            }

            values[to + (j * shape.ResultStep)] = L.Store(best);
            indices[to + (j * shape.ResultStep)] = at;
        }
    }

    /// <summary>Where an element belongs in its sorted line: how many come before it. Equal ones keep their order.</summary>
    public static void Rank(Index1D i, ArrayView<S> input, ArrayView<S> values, ArrayView<long> indices, LineShape shape, int isDescending)
    {
        var line = i / shape.Count;
        var own = i - (line * shape.Count);
        var from = shape.Lines.Offset(line, shape.Input);
        var element = L.Load(input[from + (own * shape.InputStep)]);
        var rank = 0;
        for (var j = 0; j < shape.Count; j++)
        {
            var other = L.Load(input[from + (j * shape.InputStep)]);
            var isBefore = isDescending != 0 ? Beats(other, element, 0) : Beats(element, other, 0);
            var isEqual = !isBefore && !(isDescending != 0 ? Beats(element, other, 0) : Beats(other, element, 0));
            rank += isBefore || (isEqual && j < own) ? 1 : 0;
        }

        if (rank >= shape.ResultCount)
            return;
        var to = shape.Lines.Offset(line, shape.Result) + (rank * shape.ResultStep);
        values[to] = L.Store(element);
        indices[to] = own;
    }

    private static bool Beats(L candidate, L best, int isLeast)
    {
        var better = isLeast != 0 ? L.Less(candidate, best) : L.Less(best, candidate);
        return L.Flag(better) != 0 || (L.Flag(L.IsNaN(candidate)) != 0 && L.Flag(L.IsNaN(best)) == 0);
    }
}
