using DslTensors.Cpu;
using DslTensors.Lanes;

namespace DslTensors;

public static partial class ElementwiseDispatch
{
    /// <summary>Computes the gradient of an only input, in the memory of the result's gradient where nobody else can see that.</summary>
    /// <param name="operation">The operator's PyTorch name.</param>
    /// <param name="map">The lane function.</param>
    /// <param name="grad">The gradient of the result; it holds other values afterwards.</param>
    public static Tensor<T> RunGradient<TMap, T>(string operation, TMap map, Tensor<T> grad)
        where TMap : struct, IMap1
        where T : unmanaged
    {
        if (!BackwardPass.MayOverwrite(grad))
            return Run(operation, map, grad, null);
        var view = grad.AsView();
        ElementwiseLoop.Run(map, view, view);
        return grad;
    }

    /// <inheritdoc cref="RunGradient{TMap, T}(string, TMap, Tensor{T})"/>
    public static Tensor<T> RunGradient<TMap, T>(string operation, TMap map, Tensor<T> grad, Tensor<T> a)
        where TMap : struct, IMap2
        where T : unmanaged
    {
        if (!BackwardPass.MayOverwrite(grad) || !grad.Layout.SameSizes(a.Layout) || !ReferenceEquals(a.Storage.Device, Device.Cpu))
            return Run(operation, map, grad, a, null);
        var view = grad.AsView();
        ElementwiseLoop.Run(map, view, a.AsView(), view);
        GC.KeepAlive(a);
        return grad;
    }

    /// <inheritdoc cref="RunGradient{TMap, T}(string, TMap, Tensor{T})"/>
    public static Tensor<T> RunGradient<TMap, T>(string operation, TMap map, Tensor<T> grad, Tensor<T> a, Tensor<T> b)
        where TMap : struct, IMap3
        where T : unmanaged
    {
        if (!BackwardPass.MayOverwrite(grad) || !grad.Layout.SameSizes(a.Layout) || !grad.Layout.SameSizes(b.Layout)
            || !ReferenceEquals(a.Storage.Device, Device.Cpu) || !ReferenceEquals(b.Storage.Device, Device.Cpu))
        {
            return Run(operation, map, grad, a, b, null);
        }

        var view = grad.AsView();
        ElementwiseLoop.Run(map, view, a.AsView(), b.AsView(), view);
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        return grad;
    }

    /// <inheritdoc cref="RunGradient{TMap, T}(string, TMap, Tensor{T})"/>
    public static Tensor<T> RunGradient<TMap, T>(string operation, TMap map, Tensor<T> grad, Tensor<T> a, Tensor<T> b, Tensor<T> c)
        where TMap : struct, IMap4
        where T : unmanaged => Run(operation, map, grad, a, b, c, null);

    /// <inheritdoc cref="RunGradient{TMap, T}(string, TMap, Tensor{T})"/>
    public static Tensor<T> RunGradient<TMap, T>(string operation, TMap map, Tensor<T> grad, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<T> d)
        where TMap : struct, IMap5
        where T : unmanaged => Run(operation, map, grad, a, b, c, d, null);
}
