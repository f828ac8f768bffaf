using System.Collections.Concurrent;

namespace DslTensors;

public sealed partial class Device
{
    private static readonly ConcurrentDictionary<DeviceType, Provider> s_providers = new();

    /// <summary>A debugger for GPU kernels: they run on the processor, slowly.</summary>
    /// <exception cref="DeviceException">No backend for it is loaded.</exception>
    public static Device Emulated => Open(DeviceType.Emulated, 0, "not compiled with emulation of GPU kernels enabled");

    /// <summary>All devices that tensors can be on, the processor last.</summary>
    public static IReadOnlyList<Device> Available
    {
        get
        {
            var devices = new List<Device>();
            foreach (var type in (ReadOnlySpan<DeviceType>)[DeviceType.Cuda, DeviceType.OpenCL, DeviceType.Emulated])
            {
                if (!s_providers.TryGetValue(type, out var provider) || provider.Count is null)
                    continue;
                var count = provider.Count();
                for (var i = 0; i < count; i++)
                    devices.Add(provider.Open(i));
            }

            devices.Add(Cpu);
            return devices;
        }
    }

    /// <summary>An NVIDIA GPU (PyTorch's <c>torch.device("cuda", index)</c>).</summary>
    /// <param name="index">Its number, from 0.</param>
    /// <exception cref="DeviceException">No backend for such devices is loaded, or there is no such device.</exception>
    public static Device Cuda(int index = 0) => Open(DeviceType.Cuda, index, "not compiled with CUDA enabled");

    /// <summary>An OpenCL accelerator.</summary>
    /// <param name="index">Its number, from 0, among those of all platforms.</param>
    /// <exception cref="DeviceException">No backend for such devices is loaded, or there is no such device.</exception>
    public static Device OpenCL(int index = 0) => Open(DeviceType.OpenCL, index, "not compiled with OpenCL enabled");

    /// <summary>Makes the devices of a kind known; what a backend calls.</summary>
    /// <param name="type">The kind.</param>
    /// <param name="open">Returns the device of a number, the same each time, or throws a <see cref="DeviceException"/>.</param>
    /// <param name="count">Returns how many devices there are; without it, <see cref="Available"/> leaves them out.</param>
    public static void Register(DeviceType type, Func<int, Device> open, Func<int>? count = null)
    {
        ArgumentNullException.ThrowIfNull(open);
        s_providers[type] = new Provider(open, count);
    }

    private static Device Open(DeviceType type, int index, string complaint) => s_providers.TryGetValue(type, out var provider)
        ? provider.Open(index)
        : throw new DeviceException($"DslTensors {complaint}: no backend for {type} devices is loaded. Reference the package DslTensors.Gpu and call Gpu.Use() first, or stay on Device.Cpu.");

    private sealed record Provider(Func<int, Device> Open, Func<int>? Count);
}
