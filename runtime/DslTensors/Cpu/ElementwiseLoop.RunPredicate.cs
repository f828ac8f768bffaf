using DslTensors.Lanes;

namespace DslTensors.Cpu;

public static partial class ElementwiseLoop
{
    /// <summary>Computes a map that gives a mask, as truth values.</summary>
    /// <typeparam name="TMap">The map; the loop is compiled for it, with the map inside.</typeparam>
    /// <typeparam name="T">The element type: float, double, Half, BFloat16, an integer type or bool, which computes as byte.</typeparam>
    /// <param name="map">The map with its scalar parameters.</param>
    /// <param name="a">The first operand, broadcast to the sizes of <paramref name="result"/>; so are all others.</param>
    /// <param name="result">Where the result goes; its memory must not overlap an operand's.</param>
    /// <exception cref="ShapeException">An operand has other sizes than the result.</exception>
    public static void RunPredicate<TMap, T>(TMap map, in TensorView<T> a, in TensorView<bool> result)
        where TMap : struct, IMap1
        where T : unmanaged
    {
        var operands = default(OperandViews<T>);
        operands[0] = a;

        if (StorageConversion.IsHalf<T>())
            Launch<MapSource1<TMap, float>, MaskStore<float>, T, float, bool, bool>(new(map), operands, result);
        else if (typeof(T) == typeof(bool))
            Launch<MapSource1<TMap, byte>, MaskStore<byte>, T, byte, bool, bool>(new(map), operands, result);
        else
            Launch<MapSource1<TMap, T>, MaskStore<T>, T, T, bool, bool>(new(map), operands, result);
    }

    /// <inheritdoc cref="RunPredicate{TMap, T}(TMap, in TensorView{T}, in TensorView{bool})"/>
    public static void RunPredicate<TMap, T>(TMap map, in TensorView<T> a, in TensorView<T> b, in TensorView<bool> result)
        where TMap : struct, IMap2
        where T : unmanaged
    {
        var operands = default(OperandViews<T>);
        operands[0] = a;
        operands[1] = b;

        if (StorageConversion.IsHalf<T>())
            Launch<MapSource2<TMap, float>, MaskStore<float>, T, float, bool, bool>(new(map), operands, result);
        else if (typeof(T) == typeof(bool))
            Launch<MapSource2<TMap, byte>, MaskStore<byte>, T, byte, bool, bool>(new(map), operands, result);
        else
            Launch<MapSource2<TMap, T>, MaskStore<T>, T, T, bool, bool>(new(map), operands, result);
    }

    /// <inheritdoc cref="RunPredicate{TMap, T}(TMap, in TensorView{T}, in TensorView{bool})"/>
    public static void RunPredicate<TMap, T>(TMap map, in TensorView<T> a, in TensorView<T> b, in TensorView<T> c,
        in TensorView<bool> result)
        where TMap : struct, IMap3
        where T : unmanaged
    {
        var operands = default(OperandViews<T>);
        operands[0] = a;
        operands[1] = b;
        operands[2] = c;

        if (StorageConversion.IsHalf<T>())
            Launch<MapSource3<TMap, float>, MaskStore<float>, T, float, bool, bool>(new(map), operands, result);
        else if (typeof(T) == typeof(bool))
            Launch<MapSource3<TMap, byte>, MaskStore<byte>, T, byte, bool, bool>(new(map), operands, result);
        else
            Launch<MapSource3<TMap, T>, MaskStore<T>, T, T, bool, bool>(new(map), operands, result);
    }

    /// <inheritdoc cref="RunPredicate{TMap, T}(TMap, in TensorView{T}, in TensorView{bool})"/>
    public static void RunPredicate<TMap, T>(TMap map, in TensorView<T> a, in TensorView<T> b, in TensorView<T> c, in TensorView<T> d,
        in TensorView<bool> result)
        where TMap : struct, IMap4
        where T : unmanaged
    {
        var operands = default(OperandViews<T>);
        operands[0] = a;
        operands[1] = b;
        operands[2] = c;
        operands[3] = d;

        if (StorageConversion.IsHalf<T>())
            Launch<MapSource4<TMap, float>, MaskStore<float>, T, float, bool, bool>(new(map), operands, result);
        else if (typeof(T) == typeof(bool))
            Launch<MapSource4<TMap, byte>, MaskStore<byte>, T, byte, bool, bool>(new(map), operands, result);
        else
            Launch<MapSource4<TMap, T>, MaskStore<T>, T, T, bool, bool>(new(map), operands, result);
    }

    /// <inheritdoc cref="RunPredicate{TMap, T}(TMap, in TensorView{T}, in TensorView{bool})"/>
    public static void RunPredicate<TMap, T>(TMap map, in TensorView<T> a, in TensorView<T> b, in TensorView<T> c, in TensorView<T> d,
        in TensorView<T> e, in TensorView<bool> result)
        where TMap : struct, IMap5
        where T : unmanaged
    {
        var operands = default(OperandViews<T>);
        operands[0] = a;
        operands[1] = b;
        operands[2] = c;
        operands[3] = d;
        operands[4] = e;

        if (StorageConversion.IsHalf<T>())
            Launch<MapSource5<TMap, float>, MaskStore<float>, T, float, bool, bool>(new(map), operands, result);
        else if (typeof(T) == typeof(bool))
            Launch<MapSource5<TMap, byte>, MaskStore<byte>, T, byte, bool, bool>(new(map), operands, result);
        else
            Launch<MapSource5<TMap, T>, MaskStore<T>, T, T, bool, bool>(new(map), operands, result);
    }

    /// <inheritdoc cref="RunPredicate{TMap, T}(TMap, in TensorView{T}, in TensorView{bool})"/>
    public static void RunPredicate<TMap, T>(TMap map, in TensorView<T> a, in TensorView<T> b, in TensorView<T> c, in TensorView<T> d,
        in TensorView<T> e, in TensorView<T> f, in TensorView<bool> result)
        where TMap : struct, IMap6
        where T : unmanaged
    {
        var operands = default(OperandViews<T>);
        operands[0] = a;
        operands[1] = b;
        operands[2] = c;
        operands[3] = d;
        operands[4] = e;
        operands[5] = f;

        if (StorageConversion.IsHalf<T>())
            Launch<MapSource6<TMap, float>, MaskStore<float>, T, float, bool, bool>(new(map), operands, result);
        else if (typeof(T) == typeof(bool))
            Launch<MapSource6<TMap, byte>, MaskStore<byte>, T, byte, bool, bool>(new(map), operands, result);
        else
            Launch<MapSource6<TMap, T>, MaskStore<T>, T, T, bool, bool>(new(map), operands, result);
    }
}
