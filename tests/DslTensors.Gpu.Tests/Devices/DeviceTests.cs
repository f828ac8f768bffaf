namespace DslTensors.Tests.Gpu;

/// <summary>The suite on the processor itself, which shows that it asks for nothing special.</summary>
public sealed class CpuTests : DeviceSuite
{
    protected override Device Device => Device.Cpu;
}

/// <summary>The suite on ILGPU's kernel debugger.</summary>
public sealed class EmulatedTests : DeviceSuite
{
    public EmulatedTests() => DslTensors.Gpu.Use();

    protected override Device Device => Device.Emulated;
}

/// <summary>The suite on a real driver.</summary>
public sealed class OpenCLTests : DeviceSuite
{
    protected override Device Device => PortableOpenCL.Device;
}
