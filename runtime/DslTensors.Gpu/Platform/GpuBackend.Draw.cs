using DslTensors.Devices.Lanes;
using DslTensors.Devices.Random;

namespace DslTensors.Devices;

internal sealed partial class GpuBackend
{
    public override void Draw<T>(Distribution distribution, ulong seed, double first, double second, Tensor<T> result)
    {
        if (result.Layout.Count > 0)
            LaneTypes.Dispatch<T, DrawLaunch<T>>(new(this, distribution, seed, first, second, result));
        GC.KeepAlive(result);
    }
}
