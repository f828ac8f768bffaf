using DslTensors.Lanes;

namespace DslTensors.Devices.Lanes;

/// <summary>The lane of one GPU thread, which elements of <typeparamref name="S"/> are read into.</summary>
/// <typeparam name="L">The lane itself.</typeparam>
/// <typeparam name="S">How an element lies in memory.</typeparam>
internal interface IDeviceLane<L, S> : ILane<L>
    where L : unmanaged, IDeviceLane<L, S>
    where S : unmanaged
{
    /// <summary>1 for real numbers, 0 for integers; a constant for the compiler.</summary>
    static abstract int IsReal { get; }

    static abstract L Load(S stored);

    static abstract S Store(L a);

    /// <summary>1 where the mask is true, 0 elsewhere.</summary>
    static abstract byte Flag(L mask);

    static abstract double ToDouble(L a);

    static abstract long ToLong(L a);

    static abstract L FromLong(long value);

    static abstract L FromDouble(double value);
}
