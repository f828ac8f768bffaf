namespace DslTensors.Lanes;

/// <summary>A lane that is read from and written to memory of <typeparamref name="T"/>.</summary>
internal interface IMemoryLane<L, T> : IVectorLane<L>
    where L : struct, IMemoryLane<L, T>
    where T : unmanaged
{
    /// <summary>The <see cref="IVectorLane{L}.Width"/> elements from <paramref name="source"/> on.</summary>
    static abstract L Load(ref readonly T source);

    /// <summary>One element in every place.</summary>
    static abstract L Broadcast(T value);

    /// <summary>Writes the elements from <paramref name="target"/> on.</summary>
    static abstract void Store(L a, ref T target);

    /// <summary>A mask's elements as bits, the first one lowest.</summary>
    static abstract ulong MaskBits(L mask);
}
