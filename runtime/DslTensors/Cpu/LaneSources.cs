using System.Runtime.CompilerServices;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>A map together with the loads of its operands: hides the arity from the loop.</summary>
internal interface ILaneSource<TElement>
    where TElement : unmanaged
{
    /// <summary>The number of operands.</summary>
    static abstract int Arity { get; }

    /// <summary>The map's result from element <paramref name="i"/> of the row on.</summary>
    L Evaluate<L>(scoped in OperandRow<TElement> row, nint i)
        where L : struct, IMemoryLane<L, TElement>;
}

/// <inheritdoc cref="ILaneSource{TElement}"/>
internal readonly struct MapSource1<TMap, TElement>(TMap map) : ILaneSource<TElement>
    where TMap : struct, IMap1
    where TElement : unmanaged
{
    private readonly TMap _map = map;

    public static int Arity => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public L Evaluate<L>(scoped in OperandRow<TElement> row, nint i)
        where L : struct, IMemoryLane<L, TElement> => _map.Invoke(
            L.Load(in Unsafe.Add(ref row.A, i & row.MaskA)));
}

/// <inheritdoc cref="ILaneSource{TElement}"/>
internal readonly struct MapSource2<TMap, TElement>(TMap map) : ILaneSource<TElement>
    where TMap : struct, IMap2
    where TElement : unmanaged
{
    private readonly TMap _map = map;

    public static int Arity => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public L Evaluate<L>(scoped in OperandRow<TElement> row, nint i)
        where L : struct, IMemoryLane<L, TElement> => _map.Invoke(
            L.Load(in Unsafe.Add(ref row.A, i & row.MaskA)),
            L.Load(in Unsafe.Add(ref row.B, i & row.MaskB)));
}

/// <inheritdoc cref="ILaneSource{TElement}"/>
internal readonly struct MapSource3<TMap, TElement>(TMap map) : ILaneSource<TElement>
    where TMap : struct, IMap3
    where TElement : unmanaged
{
    private readonly TMap _map = map;

    public static int Arity => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public L Evaluate<L>(scoped in OperandRow<TElement> row, nint i)
        where L : struct, IMemoryLane<L, TElement> => _map.Invoke(
            L.Load(in Unsafe.Add(ref row.A, i & row.MaskA)),
            L.Load(in Unsafe.Add(ref row.B, i & row.MaskB)),
            L.Load(in Unsafe.Add(ref row.C, i & row.MaskC)));
}

/// <inheritdoc cref="ILaneSource{TElement}"/>
internal readonly struct MapSource4<TMap, TElement>(TMap map) : ILaneSource<TElement>
    where TMap : struct, IMap4
    where TElement : unmanaged
{
    private readonly TMap _map = map;

    public static int Arity => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public L Evaluate<L>(scoped in OperandRow<TElement> row, nint i)
        where L : struct, IMemoryLane<L, TElement> => _map.Invoke(
            L.Load(in Unsafe.Add(ref row.A, i & row.MaskA)),
            L.Load(in Unsafe.Add(ref row.B, i & row.MaskB)),
            L.Load(in Unsafe.Add(ref row.C, i & row.MaskC)),
            L.Load(in Unsafe.Add(ref row.D, i & row.MaskD)));
}

/// <inheritdoc cref="ILaneSource{TElement}"/>
internal readonly struct MapSource5<TMap, TElement>(TMap map) : ILaneSource<TElement>
    where TMap : struct, IMap5
    where TElement : unmanaged
{
    private readonly TMap _map = map;

    public static int Arity => 5;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public L Evaluate<L>(scoped in OperandRow<TElement> row, nint i)
        where L : struct, IMemoryLane<L, TElement> => _map.Invoke(
            L.Load(in Unsafe.Add(ref row.A, i & row.MaskA)),
            L.Load(in Unsafe.Add(ref row.B, i & row.MaskB)),
            L.Load(in Unsafe.Add(ref row.C, i & row.MaskC)),
            L.Load(in Unsafe.Add(ref row.D, i & row.MaskD)),
            L.Load(in Unsafe.Add(ref row.E, i & row.MaskE)));
}

/// <inheritdoc cref="ILaneSource{TElement}"/>
internal readonly struct MapSource6<TMap, TElement>(TMap map) : ILaneSource<TElement>
    where TMap : struct, IMap6
    where TElement : unmanaged
{
    private readonly TMap _map = map;

    public static int Arity => 6;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public L Evaluate<L>(scoped in OperandRow<TElement> row, nint i)
        where L : struct, IMemoryLane<L, TElement> => _map.Invoke(
            L.Load(in Unsafe.Add(ref row.A, i & row.MaskA)),
            L.Load(in Unsafe.Add(ref row.B, i & row.MaskB)),
            L.Load(in Unsafe.Add(ref row.C, i & row.MaskC)),
            L.Load(in Unsafe.Add(ref row.D, i & row.MaskD)),
            L.Load(in Unsafe.Add(ref row.E, i & row.MaskE)),
            L.Load(in Unsafe.Add(ref row.F, i & row.MaskF)));
}
