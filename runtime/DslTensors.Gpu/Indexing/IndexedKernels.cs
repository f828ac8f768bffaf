using DslTensors.Devices.Lanes;
using ILGPU;

namespace DslTensors.Devices.Indexing;

/// <summary>Reads and writes of places that indices name. An index out of range reads nothing, writes nothing, and leaves word of it.</summary>
internal sealed class IndexedKernels<S, L>
    where S : unmanaged
    where L : unmanaged, IDeviceLane<L, S>
{
    public static void Read(Index1D i, ArrayView<S> target, ArrayView<long> index, ArrayView<S> values, ArrayView<int> faults, IndexedShape shape)
    {
        var inner = i / shape.OuterCount;
        var outer = i - (inner * shape.OuterCount);
        var at = Place(outer, inner, index, faults, shape);
        values[shape.Outer.Offset(outer, shape.ValuesOuter) + shape.Inner.Offset(inner, shape.ValuesInner)] = at < 0 ? L.Store(L.Constant(0)) : target[at];
    }

    public static void Write(Index1D i, ArrayView<S> target, ArrayView<long> index, ArrayView<S> values, ArrayView<int> faults, IndexedShape shape)
    {
        var inner = i / shape.OuterCount;
        var outer = i - (inner * shape.OuterCount);
        var at = Place(outer, inner, index, faults, shape);
        if (at >= 0)
            target[at] = values[shape.Outer.Offset(outer, shape.ValuesOuter) + shape.Inner.Offset(inner, shape.ValuesInner)];
    }

    /// <summary>One thread an outer place, so that no two add to one element and the sum does not depend on their order.</summary>
    public static void Add(Index1D outer, ArrayView<S> target, ArrayView<long> index, ArrayView<S> values, ArrayView<int> faults, IndexedShape shape)
    {
        for (var inner = 0; inner < shape.InnerCount; inner++)
        {
            var at = Place(outer, inner, index, faults, shape);
            if (at >= 0)
                target[at] = L.Store(L.Load(target[at]) + L.Load(values[shape.Outer.Offset(outer, shape.ValuesOuter) + shape.Inner.Offset(inner, shape.ValuesInner)]));
        }
    }

    private static int Place(int outer, int inner, ArrayView<long> index, ArrayView<int> faults, IndexedShape shape)
    {
        var at = shape.Outer.Offset(outer, shape.Target);
        var from = shape.Outer.Offset(outer, shape.IndexOuter) + shape.Inner.Offset(inner, shape.IndexInner);
        for (var k = 0; k < shape.Indices; k++)
        {
            var picked = index[from + (k * shape.IndexStep)];
            var limit = shape.Limits.At(k);
            if (picked < 0 && shape.Wraps != 0)
                picked += limit;
            if (picked < 0 || picked >= limit)
            {
                faults[0] = 1;
                return -1;
            }

            at += (int)picked * shape.Steps.At(k);
        }

        return at;
    }
}
