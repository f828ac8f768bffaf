using DslTensors.Cpu;
using DslTensors.Lanes;

namespace DslTensors;

public static partial class ElementwiseDispatch
{
    /// <summary>Computes a map into its first operand, which the others broadcast to.</summary>
    /// <param name="operation">The operator's PyTorch name.</param>
    /// <param name="map">The lane function.</param>
    /// <param name="a">The first operand, which takes the result.</param>
    /// <exception cref="ShapeException">The operands don't broadcast to the first.</exception>
    /// <exception cref="AutogradException">The first operand must not be written.</exception>
    public static Tensor<T> RunInPlace<TMap, T>(string operation, TMap map, Tensor<T> a)
        where TMap : struct, IMap1
        where T : unmanaged
    {
        a.CheckInPlace(operation);
        var device = Device.Common(operation, a);
        if (device.Backend is { } backend)
            backend.Map(operation, map, a, a);
        else
            ElementwiseLoop.Run(map, a.AsView(), a.AsView());
        a.BumpVersion();
        GC.KeepAlive(a);
        return a;
    }

    /// <inheritdoc cref="RunInPlace{TMap, T}(string, TMap, Tensor{T})"/>
    public static Tensor<T> RunInPlace<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b)
        where TMap : struct, IMap2
        where T : unmanaged
    {
        a.CheckInPlace(operation);
        var device = Device.Common(operation, a, b);
        if (device.Backend is { } backend)
            backend.Map(operation, map, a, Fitting(operation, b, a), a);
        else
            ElementwiseLoop.Run(map, a.AsView(), InPlaceOperand(operation, b, a), a.AsView());
        a.BumpVersion();
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        return a;
    }

    /// <inheritdoc cref="RunInPlace{TMap, T}(string, TMap, Tensor{T})"/>
    public static Tensor<T> RunInPlace<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c)
        where TMap : struct, IMap3
        where T : unmanaged
    {
        a.CheckInPlace(operation);
        var device = Device.Common(operation, a, b, c);
        if (device.Backend is { } backend)
            backend.Map(operation, map, a, Fitting(operation, b, a), Fitting(operation, c, a), a);
        else
            ElementwiseLoop.Run(map, a.AsView(), InPlaceOperand(operation, b, a), InPlaceOperand(operation, c, a), a.AsView());
        a.BumpVersion();
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        GC.KeepAlive(c);
        return a;
    }

    /// <inheritdoc cref="RunInPlace{TMap, T}(string, TMap, Tensor{T})"/>
    public static Tensor<T> RunInPlace<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<T> d)
        where TMap : struct, IMap4
        where T : unmanaged
    {
        a.CheckInPlace(operation);
        var device = Device.Common(operation, a, b, c, d);
        if (device.Backend is { } backend)
            backend.Map(operation, map, a, Fitting(operation, b, a), Fitting(operation, c, a), Fitting(operation, d, a), a);
        else
            ElementwiseLoop.Run(map, a.AsView(), InPlaceOperand(operation, b, a), InPlaceOperand(operation, c, a), InPlaceOperand(operation, d, a), a.AsView());
        a.BumpVersion();
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        GC.KeepAlive(c);
        GC.KeepAlive(d);
        return a;
    }

    /// <inheritdoc cref="RunInPlace{TMap, T}(string, TMap, Tensor{T})"/>
    public static Tensor<T> RunInPlace<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<T> d, Tensor<T> e)
        where TMap : struct, IMap5
        where T : unmanaged
    {
        a.CheckInPlace(operation);
        var device = Device.Common(operation, a, b, c, d, e);
        if (device.Backend is { } backend)
            backend.Map(operation, map, a, Fitting(operation, b, a), Fitting(operation, c, a), Fitting(operation, d, a), Fitting(operation, e, a), a);
        else
            ElementwiseLoop.Run(map, a.AsView(), InPlaceOperand(operation, b, a), InPlaceOperand(operation, c, a), InPlaceOperand(operation, d, a), InPlaceOperand(operation, e, a), a.AsView());
        a.BumpVersion();
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        GC.KeepAlive(c);
        GC.KeepAlive(d);
        GC.KeepAlive(e);
        return a;
    }
}
