using System.Runtime.CompilerServices;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

public static partial class ElementwiseLoop
{
    /// <summary>Computes a map of one operand.</summary>
    /// <typeparam name="TMap">The map; the loop is compiled for it, with the map inside.</typeparam>
    /// <typeparam name="T">The element type: float, double, Half, BFloat16, an integer type or bool, which computes as byte.</typeparam>
    /// <param name="map">The map with its scalar parameters.</param>
    /// <param name="a">The first operand, broadcast to the sizes of <paramref name="result"/>; so are all others.</param>
    /// <param name="result">Where the result goes; it may be an operand itself, but not overlap one in any other way.</param>
    /// <exception cref="ShapeException">An operand has other sizes than the result.</exception>
    [SkipLocalsInit]
    public static void Run<TMap, T>(TMap map, in TensorView<T> a, in TensorView<T> result)
        where TMap : struct, IMap1
        where T : unmanaged
    {
        if (IsSmall(result) && IsWalked(a, result, out var maskA))
        {
            Unsafe.SkipInit(out PaddedBlocks blocks);
            scoped var row = default(OperandRow<T>);
            row.Set(0, ref Start(ref a.Origin, maskA, ref blocks.Operand<T>(0)), maskA);
            RowLoop<MapSource1<TMap, T>, ValueStore<T>, T, T>.Run(new(map), row, ref result.Origin, result.Count);
            return;
        }

        var operands = default(OperandViews<T>);
        operands[0] = a;

        if (StorageConversion.IsHalf<T>())
            Launch<MapSource1<TMap, float>, ValueStore<float>, T, float, T, float>(new(map), operands, result);
        else if (typeof(T) == typeof(bool))
            Launch<MapSource1<TMap, byte>, ValueStore<byte>, T, byte, T, byte>(new(map), operands, result);
        else
            Launch<MapSource1<TMap, T>, ValueStore<T>, T, T, T, T>(new(map), operands, result);
    }

    /// <inheritdoc cref="Run{TMap, T}(TMap, in TensorView{T}, in TensorView{T})"/>
    [SkipLocalsInit]
    public static void Run<TMap, T>(TMap map, in TensorView<T> a, in TensorView<T> b, in TensorView<T> result)
        where TMap : struct, IMap2
        where T : unmanaged
    {
        if (IsSmall(result) && IsWalked(a, result, out var maskA) && IsWalked(b, result, out var maskB))
        {
            Unsafe.SkipInit(out PaddedBlocks blocks);
            scoped var row = default(OperandRow<T>);
            row.Set(0, ref Start(ref a.Origin, maskA, ref blocks.Operand<T>(0)), maskA);
            row.Set(1, ref Start(ref b.Origin, maskB, ref blocks.Operand<T>(1)), maskB);
            RowLoop<MapSource2<TMap, T>, ValueStore<T>, T, T>.Run(new(map), row, ref result.Origin, result.Count);
            return;
        }

        var operands = default(OperandViews<T>);
        operands[0] = a;
        operands[1] = b;

        if (StorageConversion.IsHalf<T>())
            Launch<MapSource2<TMap, float>, ValueStore<float>, T, float, T, float>(new(map), operands, result);
        else if (typeof(T) == typeof(bool))
            Launch<MapSource2<TMap, byte>, ValueStore<byte>, T, byte, T, byte>(new(map), operands, result);
        else
            Launch<MapSource2<TMap, T>, ValueStore<T>, T, T, T, T>(new(map), operands, result);
    }

    /// <inheritdoc cref="Run{TMap, T}(TMap, in TensorView{T}, in TensorView{T})"/>
    [SkipLocalsInit]
    public static void Run<TMap, T>(TMap map, in TensorView<T> a, in TensorView<T> b, in TensorView<T> c, in TensorView<T> result)
        where TMap : struct, IMap3
        where T : unmanaged
    {
        if (IsSmall(result) && IsWalked(a, result, out var maskA) && IsWalked(b, result, out var maskB) && IsWalked(c, result, out var maskC))
        {
            Unsafe.SkipInit(out PaddedBlocks blocks);
            scoped var row = default(OperandRow<T>);
            row.Set(0, ref Start(ref a.Origin, maskA, ref blocks.Operand<T>(0)), maskA);
            row.Set(1, ref Start(ref b.Origin, maskB, ref blocks.Operand<T>(1)), maskB);
            row.Set(2, ref Start(ref c.Origin, maskC, ref blocks.Operand<T>(2)), maskC);
            RowLoop<MapSource3<TMap, T>, ValueStore<T>, T, T>.Run(new(map), row, ref result.Origin, result.Count);
            return;
        }

        var operands = default(OperandViews<T>);
        operands[0] = a;
        operands[1] = b;
        operands[2] = c;

        if (StorageConversion.IsHalf<T>())
            Launch<MapSource3<TMap, float>, ValueStore<float>, T, float, T, float>(new(map), operands, result);
        else if (typeof(T) == typeof(bool))
            Launch<MapSource3<TMap, byte>, ValueStore<byte>, T, byte, T, byte>(new(map), operands, result);
        else
            Launch<MapSource3<TMap, T>, ValueStore<T>, T, T, T, T>(new(map), operands, result);
    }

    /// <inheritdoc cref="Run{TMap, T}(TMap, in TensorView{T}, in TensorView{T})"/>
    public static void Run<TMap, T>(TMap map, in TensorView<T> a, in TensorView<T> b, in TensorView<T> c, in TensorView<T> d,
        in TensorView<T> result)
        where TMap : struct, IMap4
        where T : unmanaged
    {
        var operands = default(OperandViews<T>);
        operands[0] = a;
        operands[1] = b;
        operands[2] = c;
        operands[3] = d;

        if (StorageConversion.IsHalf<T>())
            Launch<MapSource4<TMap, float>, ValueStore<float>, T, float, T, float>(new(map), operands, result);
        else if (typeof(T) == typeof(bool))
            Launch<MapSource4<TMap, byte>, ValueStore<byte>, T, byte, T, byte>(new(map), operands, result);
        else
            Launch<MapSource4<TMap, T>, ValueStore<T>, T, T, T, T>(new(map), operands, result);
    }

    /// <inheritdoc cref="Run{TMap, T}(TMap, in TensorView{T}, in TensorView{T})"/>
    public static void Run<TMap, T>(TMap map, in TensorView<T> a, in TensorView<T> b, in TensorView<T> c, in TensorView<T> d,
        in TensorView<T> e, in TensorView<T> result)
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
            Launch<MapSource5<TMap, float>, ValueStore<float>, T, float, T, float>(new(map), operands, result);
        else if (typeof(T) == typeof(bool))
            Launch<MapSource5<TMap, byte>, ValueStore<byte>, T, byte, T, byte>(new(map), operands, result);
        else
            Launch<MapSource5<TMap, T>, ValueStore<T>, T, T, T, T>(new(map), operands, result);
    }

    /// <inheritdoc cref="Run{TMap, T}(TMap, in TensorView{T}, in TensorView{T})"/>
    public static void Run<TMap, T>(TMap map, in TensorView<T> a, in TensorView<T> b, in TensorView<T> c, in TensorView<T> d,
        in TensorView<T> e, in TensorView<T> f, in TensorView<T> result)
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
            Launch<MapSource6<TMap, float>, ValueStore<float>, T, float, T, float>(new(map), operands, result);
        else if (typeof(T) == typeof(bool))
            Launch<MapSource6<TMap, byte>, ValueStore<byte>, T, byte, T, byte>(new(map), operands, result);
        else
            Launch<MapSource6<TMap, T>, ValueStore<T>, T, T, T, T>(new(map), operands, result);
    }
}
