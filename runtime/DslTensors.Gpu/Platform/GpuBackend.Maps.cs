using DslTensors.Devices.Elementwise;
using DslTensors.Devices.Lanes;

namespace DslTensors.Devices;

internal sealed partial class GpuBackend
{
    public override void Map<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> result)
    {
        if (result.Layout.Count == 0)
            return;
        a = Operand(a, result);
        LaneTypes.Dispatch<T, Map1Launch<TMap, T, T>>(new(this, map, a, result, isPredicate: false));
    }

    public override void Map<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> result)
    {
        if (result.Layout.Count == 0)
            return;
        a = Operand(a, result);
        b = Operand(b, result);
        LaneTypes.Dispatch<T, Map2Launch<TMap, T, T>>(new(this, map, a, b, result, isPredicate: false));
    }

    public override void Map<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<T> result)
    {
        if (result.Layout.Count == 0)
            return;
        a = Operand(a, result);
        b = Operand(b, result);
        c = Operand(c, result);
        LaneTypes.Dispatch<T, Map3Launch<TMap, T, T>>(new(this, map, a, b, c, result, isPredicate: false));
    }

    public override void Map<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<T> d, Tensor<T> result)
    {
        if (result.Layout.Count == 0)
            return;
        a = Operand(a, result);
        b = Operand(b, result);
        c = Operand(c, result);
        d = Operand(d, result);
        LaneTypes.Dispatch<T, Map4Launch<TMap, T, T>>(new(this, map, a, b, c, d, result, isPredicate: false));
    }

    public override void Map<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<T> d, Tensor<T> e, Tensor<T> result)
    {
        if (result.Layout.Count == 0)
            return;
        a = Operand(a, result);
        b = Operand(b, result);
        c = Operand(c, result);
        d = Operand(d, result);
        e = Operand(e, result);
        LaneTypes.Dispatch<T, Map5Launch<TMap, T, T>>(new(this, map, a, b, c, d, e, result, isPredicate: false));
    }

    public override void MapPredicate<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<bool> result)
    {
        if (result.Layout.Count == 0)
            return;
        a = Operand(a, result);
        LaneTypes.Dispatch<T, Map1Launch<TMap, T, bool>>(new(this, map, a, result, isPredicate: true));
    }

    public override void MapPredicate<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<bool> result)
    {
        if (result.Layout.Count == 0)
            return;
        a = Operand(a, result);
        b = Operand(b, result);
        LaneTypes.Dispatch<T, Map2Launch<TMap, T, bool>>(new(this, map, a, b, result, isPredicate: true));
    }

    public override void MapPredicate<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<bool> result)
    {
        if (result.Layout.Count == 0)
            return;
        a = Operand(a, result);
        b = Operand(b, result);
        c = Operand(c, result);
        LaneTypes.Dispatch<T, Map3Launch<TMap, T, bool>>(new(this, map, a, b, c, result, isPredicate: true));
    }

    public override void MapPredicate<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<T> d, Tensor<bool> result)
    {
        if (result.Layout.Count == 0)
            return;
        a = Operand(a, result);
        b = Operand(b, result);
        c = Operand(c, result);
        d = Operand(d, result);
        LaneTypes.Dispatch<T, Map4Launch<TMap, T, bool>>(new(this, map, a, b, c, d, result, isPredicate: true));
    }

    public override void MapPredicate<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<T> d, Tensor<T> e, Tensor<bool> result)
    {
        if (result.Layout.Count == 0)
            return;
        a = Operand(a, result);
        b = Operand(b, result);
        c = Operand(c, result);
        d = Operand(d, result);
        e = Operand(e, result);
        LaneTypes.Dispatch<T, Map5Launch<TMap, T, bool>>(new(this, map, a, b, c, d, e, result, isPredicate: true));
    }

    // What shares memory with the result without being the same elements would be read after it was written.
    private Tensor<T> Operand<T>(Tensor<T> operand, Tensor result)
        where T : unmanaged
    {
        var here = Here(operand);
        var isApart = !ReferenceEquals(here.UntypedStorage, result.UntypedStorage)
            || (here.Offset == result.Offset && here.Layout.SameSizes(result.Layout) && here.Layout.Strides.AsSpan().SequenceEqual(result.Layout.Strides));
        if (isApart)
            return here;
        var copy = Tensor<T>.Allocate(here.Device, here.Layout.ToContiguous());
        Copy(here, copy);
        return copy;
    }
}
