using ILGPU;
using ILGPU.Runtime;

namespace DslTensors.Devices.Memory;

/// <summary>Memory that a tensor holds. The allocator owns the buffer, so that finalizers may run in any order.</summary>
internal sealed class DeviceBlock(DeviceAllocator allocator, MemoryBuffer1D<byte, Stride1D.Dense> buffer)
{
    ~DeviceBlock() => allocator.Return(buffer);

    public ArrayView1D<byte, Stride1D.Dense> Bytes { get; } = buffer.View;
}
