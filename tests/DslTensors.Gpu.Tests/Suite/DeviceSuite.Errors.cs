namespace DslTensors.Tests.Gpu;

public abstract partial class DeviceSuite
{
    [DeviceFact]
    public void Tensors_of_two_devices_don_t_mix()
    {
        if (ReferenceEquals(Device, Device.Cpu))
            return;
        var error = Assert.Throws<DeviceException>(() => Numbers(2).To(Device) + Numbers(2));
        Assert.StartsWith("Expected all tensors to be on the same device, but found at least two devices, ", error.Message);
        Assert.Contains("cpu", error.Message);
        Assert.Contains(Device.ToString(), error.Message);
        Assert.Contains(Device.ToString(), Assert.Throws<DeviceException>(() => Tensor.Mm(Numbers(2, 2), Numbers(2, 2).To(Device))).Message);
        Assert.Throws<DeviceException>(() => Tensor.Zeros<float>().AddInPlace(Tensor.Zeros<float>().To(Device)));
    }

    [DeviceFact]
    public void Shape_errors_are_those_of_the_processor()
    {
        Assert.Throws<ShapeException>(() => Numbers(2, 3).To(Device) + Numbers(2, 2).To(Device));
        Assert.Throws<ShapeException>(() => Numbers(2, 3).To(Device).Mm(Numbers(2, 2).To(Device)));
    }

    [DeviceFact]
    public void Values_come_back()
    {
        var values = Numbers(2, 3);
        var here = values.To(Device);
        Assert.Equal(values.ToArray(), here.ToArray());
        Assert.Equal(values.ToArray(), here.Cpu().ToArray());
        Assert.Equal(values.Transpose(0, 1).ToArray(), here.Transpose(0, 1).ToArray());
        Assert.Equal(values[1, 2].Item(), here[1, 2].Item());
        Assert.Equal(Compact(values.ToString()), Compact(here.ToString().Replace($"device='{Device}'", "")));
        here.RequiresGrad = true;
        Assert.Equal(values.ToArray(), here.Detach().Cpu().ToArray());
    }

    private static string Compact(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character))).Replace(",)", ")");
}
