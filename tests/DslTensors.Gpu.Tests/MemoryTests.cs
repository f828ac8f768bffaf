using System.Runtime.CompilerServices;
using DslTensors.Devices;
using ILGPU;
using ILGPU.Runtime.CPU;

namespace DslTensors.Tests.Gpu;

/// <summary>The memory of devices.</summary>
public class MemoryTests
{
    public MemoryTests() => DslTensors.Gpu.Use();

    [Fact]
    public void Memory_comes_back_without_Dispose_and_is_used_again()
    {
        using var accelerator = Accelerator();
        var device = new Device(DeviceType.Emulated, 10, new GpuBackend(DeviceType.Emulated, 10, accelerator));
        var before = device.Memory;
        for (var i = 0; i < 200; i++)
            Make(device);
        var after = device.Memory;
        Assert.Equal(before.Allocations + 200, after.Allocations);
        Assert.InRange(after.InUse + after.Cached, 0, 256 << 20);
        Collect();
        Assert.True(device.Memory.Cached > 0);
        device.EmptyCache();
        Assert.Equal(0, device.Memory.Cached);
        Assert.True(device.Memory.Reused > before.Reused);
    }

    [Fact]
    public void Too_much_is_an_error_with_sizes_and_the_process_goes_on()
    {
        using var accelerator = Accelerator();
        var device = new Device(DeviceType.Emulated, 9, new GpuBackend(DeviceType.Emulated, 9, accelerator, memory: 16 << 20));
        var kept = Tensor<float>.Allocate(device, StridedLayout.Contiguous(3 << 20));
        var error = Assert.Throws<DeviceException>(() => Tensor<float>.Allocate(device, StridedLayout.Contiguous(2 << 20)).Unsqueeze(0));
        Assert.StartsWith("emulated:9 out of memory. Tried to allocate 8.00 MiB (16.00 MiB total capacity; 12.00 MiB already allocated).", error.Message);
        GC.KeepAlive(kept);
        Assert.Equal([2], (Tensor.From([1f]).To(device) * 2).ToArray());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Make(Device device) => Tensor<float>.Allocate(device, StridedLayout.Contiguous(1 << 20));

    private static CPUAccelerator Accelerator()
    {
        var context = GpuPlatform.Current.Context;
        return context.GetCPUDevice(0).CreateCPUAccelerator(context);
    }

    private static void Collect()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
