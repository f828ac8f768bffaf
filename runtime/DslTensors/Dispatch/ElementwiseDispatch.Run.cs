using DslTensors.Cpu;
using DslTensors.Lanes;

namespace DslTensors;

public static partial class ElementwiseDispatch
{
    /// <summary>Computes a map of the elements of one tensor.</summary>
    /// <param name="operation">The operator's PyTorch name.</param>
    /// <param name="map">The lane function.</param>
    /// <param name="a">The first operand.</param>
    /// <param name="destination">A tensor to fill; <see langword="null"/> for a new one.</param>
    /// <exception cref="ShapeException">The operands don't broadcast, or the destination has another shape.</exception>
    /// <exception cref="DeviceException">The operands lie on different devices.</exception>
    public static Tensor<T> Run<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T>? destination)
        where TMap : struct, IMap1
        where T : unmanaged
    {
        var layout = a.Layout;
        var device = a.Storage.Device;
        var result = destination is null ? Tensor<T>.Allocate(device, layout.ToContiguous()) : Destination.Prepare(operation, destination, device, layout.ToContiguous(), [a]);
        if (device.Backend is { } backend)
            backend.Map(operation, map, a, result);
        else
            ElementwiseLoop.Run(map, a.AsView(), result.AsView());
        GC.KeepAlive(a);
        return Destination.Finish(destination, result);
    }

    /// <inheritdoc cref="Run{TMap, T}(string, TMap, Tensor{T}, Tensor{T}?)"/>
    public static Tensor<T> Run<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T>? destination)
        where TMap : struct, IMap2
        where T : unmanaged
    {
        var layout = BroadcastLayout.Of(operation, a.Layout, b.Layout);
        var device = ReferenceEquals(a.Storage.Device, b.Storage.Device) ? a.Storage.Device : Device.Common(operation, a, b);
        var result = destination is null ? Tensor<T>.Allocate(device, layout.ToContiguous()) : Destination.Prepare(operation, destination, device, layout.ToContiguous(), [a, b]);
        if (device.Backend is { } backend)
            backend.Map(operation, map, a, b, result);
        else
            ElementwiseLoop.Run(map, Operand(operation, a, layout), Operand(operation, b, layout), result.AsView());
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        return Destination.Finish(destination, result);
    }

    /// <inheritdoc cref="Run{TMap, T}(string, TMap, Tensor{T}, Tensor{T}?)"/>
    public static Tensor<T> Run<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<T>? destination)
        where TMap : struct, IMap3
        where T : unmanaged
    {
        var layout = BroadcastLayout.Of(operation, a.Layout, b.Layout, c.Layout);
        var device = Device.Common(operation, a, b, c);
        var result = destination is null ? Tensor<T>.Allocate(device, layout.ToContiguous()) : Destination.Prepare(operation, destination, device, layout.ToContiguous(), [a, b, c]);
        if (device.Backend is { } backend)
            backend.Map(operation, map, a, b, c, result);
        else
            ElementwiseLoop.Run(map, Operand(operation, a, layout), Operand(operation, b, layout), Operand(operation, c, layout), result.AsView());
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        GC.KeepAlive(c);
        return Destination.Finish(destination, result);
    }

    /// <inheritdoc cref="Run{TMap, T}(string, TMap, Tensor{T}, Tensor{T}?)"/>
    public static Tensor<T> Run<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<T> d, Tensor<T>? destination)
        where TMap : struct, IMap4
        where T : unmanaged
    {
        var layout = BroadcastLayout.Of(operation, a.Layout, b.Layout, c.Layout, d.Layout);
        var device = Device.Common(operation, a, b, c, d);
        var result = destination is null ? Tensor<T>.Allocate(device, layout.ToContiguous()) : Destination.Prepare(operation, destination, device, layout.ToContiguous(), [a, b, c, d]);
        if (device.Backend is { } backend)
            backend.Map(operation, map, a, b, c, d, result);
        else
            ElementwiseLoop.Run(map, Operand(operation, a, layout), Operand(operation, b, layout), Operand(operation, c, layout), Operand(operation, d, layout), result.AsView());
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        GC.KeepAlive(c);
        GC.KeepAlive(d);
        return Destination.Finish(destination, result);
    }

    /// <inheritdoc cref="Run{TMap, T}(string, TMap, Tensor{T}, Tensor{T}?)"/>
    public static Tensor<T> Run<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<T> d, Tensor<T> e, Tensor<T>? destination)
        where TMap : struct, IMap5
        where T : unmanaged
    {
        var layout = BroadcastLayout.Of(operation, a.Layout, b.Layout, c.Layout, d.Layout, e.Layout);
        var device = Device.Common(operation, a, b, c, d, e);
        var result = destination is null ? Tensor<T>.Allocate(device, layout.ToContiguous()) : Destination.Prepare(operation, destination, device, layout.ToContiguous(), [a, b, c, d, e]);
        if (device.Backend is { } backend)
            backend.Map(operation, map, a, b, c, d, e, result);
        else
            ElementwiseLoop.Run(map, Operand(operation, a, layout), Operand(operation, b, layout), Operand(operation, c, layout), Operand(operation, d, layout), Operand(operation, e, layout), result.AsView());
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        GC.KeepAlive(c);
        GC.KeepAlive(d);
        GC.KeepAlive(e);
        return Destination.Finish(destination, result);
    }
}
