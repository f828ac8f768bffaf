using DslTensors.Devices;

namespace DslTensors;

/// <summary>The backend for GPUs.</summary>
public static class Gpu
{
    /// <summary>
    /// Makes the devices of this backend known: <see cref="Device.Cuda"/>, <see cref="Device.OpenCL"/>, <see cref="Device.Emulated"/> and
    /// <see cref="Device.Available"/>. Calling it again changes nothing. Drivers are looked for when a device is first asked for.
    /// </summary>
    public static void Use()
    {
        Device.Register(DeviceType.Cuda, static index => GpuPlatform.Current.OpenCuda(index), static () => GpuPlatform.Current.CudaCount);
        Device.Register(DeviceType.OpenCL, static index => GpuPlatform.Current.OpenOpenCL(index), static () => GpuPlatform.Current.OpenCLCount);
        Device.Register(DeviceType.Emulated, static index => GpuPlatform.Current.OpenEmulated(index), static () => 1);
    }

    /// <summary>What was looked for on this machine and what was found: drivers, platforms and devices, in sentences.</summary>
    public static string Searched => GpuPlatform.Current.Searched;
}
