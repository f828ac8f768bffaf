using DslTensors.Lanes;

namespace DslTensors;

public abstract partial class Backend
{
    /// <summary>Computes a lane function of the elements of some tensors.</summary>
    /// <param name="operation">The operator's PyTorch name.</param>
    /// <param name="map">The lane function.</param>
    /// <param name="a">The first operand; all broadcast to the result, and those of rank 0 may also lie in main memory.</param>
    /// <param name="result">The tensor to fill, of any strides; it may be an operand.</param>
    public abstract void Map<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> result)
        where TMap : struct, IMap1
        where T : unmanaged;

    /// <inheritdoc cref="Map{TMap, T}(string, TMap, Tensor{T}, Tensor{T})"/>
    public abstract void Map<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> result)
        where TMap : struct, IMap2
        where T : unmanaged;

    /// <inheritdoc cref="Map{TMap, T}(string, TMap, Tensor{T}, Tensor{T})"/>
    public abstract void Map<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<T> result)
        where TMap : struct, IMap3
        where T : unmanaged;

    /// <inheritdoc cref="Map{TMap, T}(string, TMap, Tensor{T}, Tensor{T})"/>
    public abstract void Map<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<T> d, Tensor<T> result)
        where TMap : struct, IMap4
        where T : unmanaged;

    /// <inheritdoc cref="Map{TMap, T}(string, TMap, Tensor{T}, Tensor{T})"/>
    public abstract void Map<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<T> d, Tensor<T> e, Tensor<T> result)
        where TMap : struct, IMap5
        where T : unmanaged;

    /// <summary>Computes a lane function that tells, for the elements of some tensors, whether something holds.</summary>
    /// <inheritdoc cref="Map{TMap, T}(string, TMap, Tensor{T}, Tensor{T})"/>
    public abstract void MapPredicate<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<bool> result)
        where TMap : struct, IMap1
        where T : unmanaged;

    /// <inheritdoc cref="MapPredicate{TMap, T}(string, TMap, Tensor{T}, Tensor{bool})"/>
    public abstract void MapPredicate<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<bool> result)
        where TMap : struct, IMap2
        where T : unmanaged;

    /// <inheritdoc cref="MapPredicate{TMap, T}(string, TMap, Tensor{T}, Tensor{bool})"/>
    public abstract void MapPredicate<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<bool> result)
        where TMap : struct, IMap3
        where T : unmanaged;

    /// <inheritdoc cref="MapPredicate{TMap, T}(string, TMap, Tensor{T}, Tensor{bool})"/>
    public abstract void MapPredicate<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<T> d, Tensor<bool> result)
        where TMap : struct, IMap4
        where T : unmanaged;

    /// <inheritdoc cref="MapPredicate{TMap, T}(string, TMap, Tensor{T}, Tensor{bool})"/>
    public abstract void MapPredicate<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<T> d, Tensor<T> e, Tensor<bool> result)
        where TMap : struct, IMap5
        where T : unmanaged;
}
