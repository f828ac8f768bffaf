using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace DslTensors.Devices;

/// <summary>The drivers and devices of this machine, each opened once.</summary>
internal sealed class GpuPlatform
{
    private static readonly Lazy<GpuPlatform> s_current = new(static () => new GpuPlatform());

    private readonly Lock _lock = new();
    private readonly Dictionary<(DeviceType Type, int Index), Device> _open = [];
    private readonly List<CudaDevice> _cuda = [];
    private readonly List<CLDevice> _openCL = [];
    private readonly CPUDevice _emulated;

    private GpuPlatform()
    {
        Context = Context.Create(static builder => builder.Cuda().OpenCL(static _ => true).CPU().EnableAlgorithms());
        foreach (var device in Context.Devices)
        {
            if (device is CudaDevice cuda)
                _cuda.Add(cuda);
            else if (device is CLDevice openCL)
                _openCL.Add(openCL);
        }

        _emulated = Context.GetCPUDevice(0);
    }

    public static GpuPlatform Current => s_current.Value;

    public Context Context { get; }

    public int CudaCount => _cuda.Count;

    public int OpenCLCount => _openCL.Count(IsUsable);

    public IReadOnlyList<CLDevice> OpenCLDevices => _openCL;

    /// <summary>What was looked for and what was found.</summary>
    public string Searched
    {
        get
        {
            var cuda = _cuda.Count == 0 ? "the CUDA driver (libcuda.so.1 or nvcuda.dll) was not found, or knows no device" : $"CUDA devices: {string.Join(", ", _cuda.Select(device => device.Name))}";
            var openCL = _openCL.Count == 0
                ? "the OpenCL loader (libOpenCL.so or OpenCL.dll) was not found, or knows no device"
                : $"OpenCL devices: {string.Join(", ", _openCL.Select(device => $"{device.Name} of platform {device.PlatformName}{(IsUsable(device) ? "" : " (unusable: it lacks OpenCL C 2.0 or a generic address space)")}"))}";
            return $"{cuda}; {openCL}";
        }
    }

    public Device OpenCuda(int index) => Open(DeviceType.Cuda, index, _cuda.Count, () => _cuda[index].CreateCudaAccelerator(Context));

    public Device OpenOpenCL(int index)
    {
        var usable = _openCL.Where(IsUsable).ToList();
        return Open(DeviceType.OpenCL, index, usable.Count, () => usable[index].CreateCLAccelerator(Context));
    }

    public Device OpenEmulated(int index) => Open(DeviceType.Emulated, index, 1, () => _emulated.CreateCPUAccelerator(Context));

    private static bool IsUsable(CLDevice device) => device.CVersion.Major >= 2 && device.Capabilities.GenericAddressSpace;

    private Device Open(DeviceType type, int index, int count, Func<ILGPU.Runtime.Accelerator> create)
    {
        lock (_lock)
        {
            if (_open.TryGetValue((type, index), out var known))
                return known;
            if (index < 0 || index >= count)
            {
                throw new DeviceException(
                    $"{type} error: invalid device ordinal: {type.ToString().ToLowerInvariant()}:{index} does not exist, there are {count}. Looked for: {Searched}. " +
                    "Install the driver, or take a device from Device.Available.");
            }

            return _open[(type, index)] = new Device(type, index, new GpuBackend(type, index, create()));
        }
    }
}
