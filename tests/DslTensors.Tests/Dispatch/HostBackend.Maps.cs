using DslTensors.Cpu;

namespace DslTensors.Tests.Dispatch;

internal partial class HostBackend
{
    public override void Map<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> result)
    {
        Note(operation, [a], result, " by map");
        ElementwiseLoop.Run(map, View(a, result), View(result, result));
    }

    public override void Map<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> result)
    {
        Note(operation, [a, b], result, " by map");
        ElementwiseLoop.Run(map, View(a, result), View(b, result), View(result, result));
    }

    public override void Map<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<T> result)
    {
        Note(operation, [a, b, c], result, " by map");
        ElementwiseLoop.Run(map, View(a, result), View(b, result), View(c, result), View(result, result));
    }

    public override void Map<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<T> d, Tensor<T> result)
    {
        Note(operation, [a, b, c, d], result, " by map");
        ElementwiseLoop.Run(map, View(a, result), View(b, result), View(c, result), View(d, result), View(result, result));
    }

    public override void Map<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<T> d, Tensor<T> e, Tensor<T> result)
    {
        Note(operation, [a, b, c, d, e], result, " by map");
        ElementwiseLoop.Run(map, View(a, result), View(b, result), View(c, result), View(d, result), View(e, result), View(result, result));
    }

    public override void MapPredicate<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<bool> result)
    {
        Note(operation, [a], result, " by map");
        ElementwiseLoop.RunPredicate(map, View(a, result), View(result, result));
    }

    public override void MapPredicate<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<bool> result)
    {
        Note(operation, [a, b], result, " by map");
        ElementwiseLoop.RunPredicate(map, View(a, result), View(b, result), View(result, result));
    }

    public override void MapPredicate<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<bool> result)
    {
        Note(operation, [a, b, c], result, " by map");
        ElementwiseLoop.RunPredicate(map, View(a, result), View(b, result), View(c, result), View(result, result));
    }

    public override void MapPredicate<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<T> d, Tensor<bool> result)
    {
        Note(operation, [a, b, c, d], result, " by map");
        ElementwiseLoop.RunPredicate(map, View(a, result), View(b, result), View(c, result), View(d, result), View(result, result));
    }

    public override void MapPredicate<TMap, T>(string operation, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<T> d, Tensor<T> e, Tensor<bool> result)
    {
        Note(operation, [a, b, c, d, e], result, " by map");
        ElementwiseLoop.RunPredicate(map, View(a, result), View(b, result), View(c, result), View(d, result), View(e, result), View(result, result));
    }
}
