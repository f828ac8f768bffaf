using DslTensors.Cpu;
using DslTensors.Lanes;

namespace DslTensors;

public static partial class ElementwiseDispatch
{
    /// <summary>Computes a map that tells, for each element, whether something holds.</summary>
    /// <inheritdoc cref="Run{TMap, T}(string, TMap, Tensor{T}, Tensor{T}?)"/>
    public static Tensor<bool> RunPredicate<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<bool>? destination)
        where TMap : struct, IMap1
        where T : unmanaged
    {
        var layout = a.Layout;
        var device = Device.Common(operation, a);
        var result = Destination.Prepare(operation, destination, device, layout.ToContiguous(), [a]);
        if (device.Backend is { } backend)
            backend.MapPredicate(operation, map, a, result);
        else
            ElementwiseLoop.RunPredicate(map, a.AsView(), result.AsView());
        GC.KeepAlive(a);
        return Destination.Finish(destination, result);
    }

    /// <inheritdoc cref="RunPredicate{TMap, T}(string, TMap, Tensor{T}, Tensor{bool}?)"/>
    public static Tensor<bool> RunPredicate<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<bool>? destination)
        where TMap : struct, IMap2
        where T : unmanaged
    {
        var layout = BroadcastLayout.Of(operation, a.Layout, b.Layout);
        var device = Device.Common(operation, a, b);
        var result = Destination.Prepare(operation, destination, device, layout.ToContiguous(), [a, b]);
        if (device.Backend is { } backend)
            backend.MapPredicate(operation, map, a, b, result);
        else
            ElementwiseLoop.RunPredicate(map, Operand(operation, a, layout), Operand(operation, b, layout), result.AsView());
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        return Destination.Finish(destination, result);
    }

    /// <inheritdoc cref="RunPredicate{TMap, T}(string, TMap, Tensor{T}, Tensor{bool}?)"/>
    public static Tensor<bool> RunPredicate<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<bool>? destination)
        where TMap : struct, IMap3
        where T : unmanaged
    {
        var layout = BroadcastLayout.Of(operation, a.Layout, b.Layout, c.Layout);
        var device = Device.Common(operation, a, b, c);
        var result = Destination.Prepare(operation, destination, device, layout.ToContiguous(), [a, b, c]);
        if (device.Backend is { } backend)
            backend.MapPredicate(operation, map, a, b, c, result);
        else
            ElementwiseLoop.RunPredicate(map, Operand(operation, a, layout), Operand(operation, b, layout), Operand(operation, c, layout), result.AsView());
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        GC.KeepAlive(c);
        return Destination.Finish(destination, result);
    }

    /// <inheritdoc cref="RunPredicate{TMap, T}(string, TMap, Tensor{T}, Tensor{bool}?)"/>
    public static Tensor<bool> RunPredicate<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<T> d, Tensor<bool>? destination)
        where TMap : struct, IMap4
        where T : unmanaged
    {
        var layout = BroadcastLayout.Of(operation, a.Layout, b.Layout, c.Layout, d.Layout);
        var device = Device.Common(operation, a, b, c, d);
        var result = Destination.Prepare(operation, destination, device, layout.ToContiguous(), [a, b, c, d]);
        if (device.Backend is { } backend)
            backend.MapPredicate(operation, map, a, b, c, d, result);
        else
            ElementwiseLoop.RunPredicate(map, Operand(operation, a, layout), Operand(operation, b, layout), Operand(operation, c, layout), Operand(operation, d, layout), result.AsView());
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        GC.KeepAlive(c);
        GC.KeepAlive(d);
        return Destination.Finish(destination, result);
    }

    /// <inheritdoc cref="RunPredicate{TMap, T}(string, TMap, Tensor{T}, Tensor{bool}?)"/>
    public static Tensor<bool> RunPredicate<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<T> d, Tensor<T> e, Tensor<bool>? destination)
        where TMap : struct, IMap5
        where T : unmanaged
    {
        var layout = BroadcastLayout.Of(operation, a.Layout, b.Layout, c.Layout, d.Layout, e.Layout);
        var device = Device.Common(operation, a, b, c, d, e);
        var result = Destination.Prepare(operation, destination, device, layout.ToContiguous(), [a, b, c, d, e]);
        if (device.Backend is { } backend)
            backend.MapPredicate(operation, map, a, b, c, d, e, result);
        else
            ElementwiseLoop.RunPredicate(map, Operand(operation, a, layout), Operand(operation, b, layout), Operand(operation, c, layout), Operand(operation, d, layout), Operand(operation, e, layout), result.AsView());
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        GC.KeepAlive(c);
        GC.KeepAlive(d);
        GC.KeepAlive(e);
        return Destination.Finish(destination, result);
    }
}
