using System.Collections.Concurrent;

namespace DslTensors;

public sealed partial class Device
{
    private static readonly ConcurrentDictionary<DeviceType, Func<int, Device>> s_providers = new();

    /// <summary>An NVIDIA GPU (PyTorch's <c>torch.device("cuda", index)</c>).</summary>
    /// <param name="index">Its number, from 0.</param>
    /// <exception cref="DeviceException">No backend for such devices is loaded, or there is no such device.</exception>
    public static Device Cuda(int index = 0) => s_providers.TryGetValue(DeviceType.Cuda, out var open) ? open(index) : throw new DeviceException(
        "DslTensors not compiled with CUDA enabled: no backend for CUDA devices is loaded. Reference one and register it, or stay on Device.Cpu.");

    /// <summary>Makes the devices of a kind known; what a backend calls.</summary>
    /// <param name="type">The kind.</param>
    /// <param name="open">Returns the device of a number, the same each time, or throws a <see cref="DeviceException"/>.</param>
    public static void Register(DeviceType type, Func<int, Device> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        s_providers[type] = open;
    }
}
