using DslTensors.Devices.Lanes;

namespace DslTensors.Devices.Elementwise;

/// <summary>How the result of an elementwise function is written.</summary>
internal interface IResultStore<L, R>
{
    R Store(L value);
}

/// <summary>The number itself.</summary>
internal readonly struct ValueStore<S, L> : IResultStore<L, S>
    where S : unmanaged
    where L : unmanaged, IDeviceLane<L, S>
{
    public S Store(L value) => L.Store(value);
}

/// <summary>Whether a mask holds.</summary>
internal readonly struct FlagStore<S, L> : IResultStore<L, byte>
    where S : unmanaged
    where L : unmanaged, IDeviceLane<L, S>
{
    public byte Store(L value) => L.Flag(value);
}
