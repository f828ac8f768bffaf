using Digits.Input;
using DigitsOnGpu;
using HeatKernel;

namespace DslTensors.Tests.Gpu;

public abstract partial class DeviceSuite
{
    [DeviceFact]
    public void The_digits_sample_has_the_losses_of_the_processor()
    {
        var digits = DigitsFile.Read(Path.Combine(AppContext.BaseDirectory, "data", "digits.csv.gz"));
        var isSlow = ReferenceEquals(Device, Device.Cpu) || Device.Type == DeviceType.Emulated;
        var (steps, size) = isSlow ? (2, 4) : (20, 64);
        Assert.InRange(Comparison.Distance(Comparison.Losses(Device.Cpu, digits, steps, size), Comparison.Losses(Device, digits, steps, size)), 0, 1e-4);
    }

    [DeviceFact]
    public void The_kernel_sample_spreads_heat()
    {
        if (ReferenceEquals(Device, Device.Cpu))
            return;
        var plate = Tensor.Zeros<float>(5, 5);
        plate[2, 2] = 100;
        var after = Heat.Run(plate.To(Device), 1).Cpu();
        Assert.Equal(20, after[2, 2].Item(), 1e-4);
        Assert.Equal(20, after[1, 2].Item(), 1e-4);
        Assert.Equal(0, after[1, 1].Item());
        Assert.Equal(100, after.Sum().Item(), 1e-3);
    }
}
