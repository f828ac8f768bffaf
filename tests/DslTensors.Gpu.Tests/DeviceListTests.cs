namespace DslTensors.Tests.Gpu;

/// <summary>Which devices there are.</summary>
public class DeviceListTests
{
    public DeviceListTests() => DslTensors.Gpu.Use();

    [Fact]
    public void The_processor_is_the_last_and_each_device_is_one_object()
    {
        var devices = Device.Available;
        Assert.Same(Device.Cpu, devices[^1]);
        Assert.Contains(Device.Emulated, devices);
        Assert.Same(Device.Emulated, Device.Emulated);
        Assert.Equal("emulated:0", Device.Emulated.ToString());
        Assert.NotEmpty(Device.Emulated.Name);
        Assert.True(Device.Emulated.Memory.Total > 0);
    }

    [Fact]
    public void A_device_that_is_not_there_says_what_was_looked_for()
    {
        var error = Assert.Throws<DeviceException>(() => Device.Cuda(99));
        Assert.StartsWith("Cuda error: invalid device ordinal: cuda:99 does not exist", error.Message);
        Assert.Contains("libcuda", error.Message);
        Assert.Contains("OpenCL", error.Message);
    }

    [Fact]
    public void An_operator_without_a_kernel_says_so_by_name()
    {
        var error = Assert.Throws<DeviceException>(() => Tensor.Eye<float>(2).To(Device.Emulated).Cholesky());
        Assert.StartsWith("Could not run 'linalg_cholesky", error.Message);
        Assert.Contains("x.Cpu()", error.Message);
    }
}
