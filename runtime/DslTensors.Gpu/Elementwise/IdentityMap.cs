using DslTensors.Lanes;

namespace DslTensors.Devices.Elementwise;

/// <summary>The element itself: what copies compute.</summary>
internal readonly struct IdentityMap : IMap1
{
    public L Invoke<L>(L a)
        where L : struct, ILane<L> => a;
}
