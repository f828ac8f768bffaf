using ILGPU;
using ILGPU.Runtime;

namespace DslTensors.Devices.Memory;

/// <summary>A tensor's memory on a device. It goes back to the allocator when nothing refers to it any more.</summary>
internal sealed class GpuStorage<T>(Device device, DeviceBlock block, int count) : Storage<T>(device)
    where T : unmanaged
{
    public override int Length => count;

    public ArrayView1D<byte, Stride1D.Dense> Bytes => block.Bytes;
}
