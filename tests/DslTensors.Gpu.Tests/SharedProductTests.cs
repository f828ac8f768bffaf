using DslTensors.Devices;
using ILGPU;
using ILGPU.Runtime.CPU;

namespace DslTensors.Tests.Gpu;

/// <summary>The matrix product that shares memory between threads, which PoCL can't compile, on an emulator with groups that are large enough.</summary>
public class SharedProductTests
{
    [Fact]
    public void Its_tiles_give_the_product_past_all_edges()
    {
        using var context = Context.Create(static builder => builder.CPU(CPUDeviceKind.Nvidia));
        using var accelerator = context.GetCPUDevice(0).CreateCPUAccelerator(context);
        var backend = new GpuBackend(DeviceType.Emulated, 8, accelerator);
        Assert.True(backend.HasSharedMemory);
        var device = new Device(DeviceType.Emulated, 8, backend);
        var random = new RandomSource(1);
        var (a, b, bias) = (Tensor.Zeros<float>(33, 65), Tensor.Zeros<float>(70, 65), Tensor.Zeros<float>(70));
        random.FillUniform(a.AsSpan(), -1, 1);
        random.FillUniform(b.AsSpan(), -1, 1);
        random.FillUniform(bias.AsSpan(), -1, 1);
        var expected = Tensor.Linear(a, b, bias).ToArray();
        var actual = Tensor.Linear(a.To(device), b.To(device), bias.To(device)).ToArray();
        Assert.Equal(expected, actual, static (left, right) => Math.Abs(left - right) < 1e-4f);
    }
}
