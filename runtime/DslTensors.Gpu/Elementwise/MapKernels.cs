using DslTensors.Devices.Lanes;
using DslTensors.Devices.Shapes;
using DslTensors.Lanes;
using ILGPU;

namespace DslTensors.Devices.Elementwise;

/// <summary>The loops of elementwise functions of one operand, one thread an element.</summary>
internal sealed class Map1Kernel<TMap, S, L, R, TStore>
    where TMap : struct, IMap1
    where S : unmanaged
    where L : unmanaged, IDeviceLane<L, S>
    where R : unmanaged
    where TStore : struct, IResultStore<L, R>
{
    public static void Dense(Index1D i, ArrayView<S> a, ArrayView<R> result, TMap map) =>
        result[i] = default(TStore).Store(map.Invoke(L.Load(a[i])));

    public static void Strided(Index1D i, Operand<S> a, Operand<R> result, Sizes8 sizes, TMap map) =>
        result.View[sizes.Offset(i, result.Strides)] = default(TStore).Store(map.Invoke(L.Load(a.View[sizes.Offset(i, a.Strides)])));
}

/// <summary>The loops of elementwise functions of two operands, one thread an element.</summary>
internal sealed class Map2Kernel<TMap, S, L, R, TStore>
    where TMap : struct, IMap2
    where S : unmanaged
    where L : unmanaged, IDeviceLane<L, S>
    where R : unmanaged
    where TStore : struct, IResultStore<L, R>
{
    public static void Dense(Index1D i, ArrayView<S> a, ArrayView<S> b, ArrayView<R> result, TMap map) =>
        result[i] = default(TStore).Store(map.Invoke(L.Load(a[i]), L.Load(b[i])));

    public static void Strided(Index1D i, Operand<S> a, Operand<S> b, Operand<R> result, Sizes8 sizes, TMap map) =>
        result.View[sizes.Offset(i, result.Strides)] = default(TStore).Store(map.Invoke(L.Load(a.View[sizes.Offset(i, a.Strides)]), L.Load(b.View[sizes.Offset(i, b.Strides)])));
}

/// <summary>The loops of elementwise functions of three operands, one thread an element.</summary>
internal sealed class Map3Kernel<TMap, S, L, R, TStore>
    where TMap : struct, IMap3
    where S : unmanaged
    where L : unmanaged, IDeviceLane<L, S>
    where R : unmanaged
    where TStore : struct, IResultStore<L, R>
{
    public static void Dense(Index1D i, ArrayView<S> a, ArrayView<S> b, ArrayView<S> c, ArrayView<R> result, TMap map) =>
        result[i] = default(TStore).Store(map.Invoke(L.Load(a[i]), L.Load(b[i]), L.Load(c[i])));

    public static void Strided(Index1D i, Operand<S> a, Operand<S> b, Operand<S> c, Operand<R> result, Sizes8 sizes, TMap map) =>
        result.View[sizes.Offset(i, result.Strides)] = default(TStore).Store(map.Invoke(L.Load(a.View[sizes.Offset(i, a.Strides)]), L.Load(b.View[sizes.Offset(i, b.Strides)]), L.Load(c.View[sizes.Offset(i, c.Strides)])));
}

/// <summary>The loops of elementwise functions of four operands, one thread an element.</summary>
internal sealed class Map4Kernel<TMap, S, L, R, TStore>
    where TMap : struct, IMap4
    where S : unmanaged
    where L : unmanaged, IDeviceLane<L, S>
    where R : unmanaged
    where TStore : struct, IResultStore<L, R>
{
    public static void Dense(Index1D i, ArrayView<S> a, ArrayView<S> b, ArrayView<S> c, ArrayView<S> d, ArrayView<R> result, TMap map) =>
        result[i] = default(TStore).Store(map.Invoke(L.Load(a[i]), L.Load(b[i]), L.Load(c[i]), L.Load(d[i])));

    public static void Strided(Index1D i, Operand<S> a, Operand<S> b, Operand<S> c, Operand<S> d, Operand<R> result, Sizes8 sizes, TMap map) =>
        result.View[sizes.Offset(i, result.Strides)] = default(TStore).Store(map.Invoke(L.Load(a.View[sizes.Offset(i, a.Strides)]), L.Load(b.View[sizes.Offset(i, b.Strides)]), L.Load(c.View[sizes.Offset(i, c.Strides)]), L.Load(d.View[sizes.Offset(i, d.Strides)])));
}

/// <summary>The loops of elementwise functions of five operands, one thread an element.</summary>
internal sealed class Map5Kernel<TMap, S, L, R, TStore>
    where TMap : struct, IMap5
    where S : unmanaged
    where L : unmanaged, IDeviceLane<L, S>
    where R : unmanaged
    where TStore : struct, IResultStore<L, R>
{
    public static void Dense(Index1D i, ArrayView<S> a, ArrayView<S> b, ArrayView<S> c, ArrayView<S> d, ArrayView<S> e, ArrayView<R> result, TMap map) =>
        result[i] = default(TStore).Store(map.Invoke(L.Load(a[i]), L.Load(b[i]), L.Load(c[i]), L.Load(d[i]), L.Load(e[i])));

    public static void Strided(Index1D i, Operand<S> a, Operand<S> b, Operand<S> c, Operand<S> d, Operand<S> e, Operand<R> result, Sizes8 sizes, TMap map) =>
        result.View[sizes.Offset(i, result.Strides)] = default(TStore).Store(map.Invoke(L.Load(a.View[sizes.Offset(i, a.Strides)]), L.Load(b.View[sizes.Offset(i, b.Strides)]), L.Load(c.View[sizes.Offset(i, c.Strides)]), L.Load(d.View[sizes.Offset(i, d.Strides)]), L.Load(e.View[sizes.Offset(i, e.Strides)])));
}
