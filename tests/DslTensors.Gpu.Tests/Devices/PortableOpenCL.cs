using System.Reflection;
using System.Runtime.InteropServices;
using DslTensors.Devices;
using ILGPU.Backends.OpenCL;
using ILGPU.Runtime.OpenCL;

namespace DslTensors.Tests.Gpu;

/// <summary>
/// OpenCL on the processor (PoCL): a real driver where there is no GPU. It reports OpenCL C 1.2 and no generic address space, without which ILGPU refuses
/// it; kernels run all the same where the compiler is told that every generic pointer is a global one.
/// </summary>
internal static class PortableOpenCL
{
    private static readonly Lazy<(Device? Device, string? Missing)> s_opened = new(Open);

    public static Device Device => s_opened.Value.Device!;

    /// <summary>Why there is none; <see langword="null"/> if there is one.</summary>
    public static string? Missing => s_opened.Value.Missing;

    private static (Device? Device, string? Missing) Open()
    {
        // The driver reads the process's own environment, which the runtime's setter doesn't reach.
        if (!OperatingSystem.IsLinux() || SetVariable("POCL_EXTRA_BUILD_FLAGS", "-D__generic=__global", 1) != 0)
            return (null, "OpenCL on the processor is tested on Linux.");
        DslTensors.Gpu.Use();
        foreach (var device in GpuPlatform.Current.OpenCLDevices)
        {
            if (!device.PlatformName.Contains("Portable", StringComparison.Ordinal))
                continue;
            const BindingFlags any = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;
            typeof(CLDevice).GetField("<CVersion>k__BackingField", any)!.SetValue(device, new CLCVersion(2, 0));
            typeof(CLCapabilityContext).GetProperty("GenericAddressSpace", any)!.SetValue(device.Capabilities, true);
        }

        try
        {
            return (Device.OpenCL(), null);
        }
        catch (DeviceException error)
        {
            return (null, $"No OpenCL driver (Debian: pocl-opencl-icd, ocl-icd-opencl-dev): {error.Message}");
        }
    }

    [DllImport("libc", EntryPoint = "setenv", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int SetVariable(string name, string value, int overwrite);
}
