using System.Diagnostics;
using ILGPU;
using ILGPU.Runtime;

namespace DslTensors.Tests.Gpu;

/// <summary>What ILGPU says of a kernel that it can't compile. After that it compiles nothing any more, so this happens in a process of its own.</summary>
public class FailingKernelTests
{
    private const string Switch = "DSLTENSORS_FAILING_KERNEL";

    [Fact]
    public void A_kernel_that_allocates_fails_when_it_is_launched()
    {
        if (Environment.GetEnvironmentVariable(Switch) is not null)
        {
            DslTensors.Gpu.Use();
            var x = Tensor.From([1f]).To(Device.Emulated);
            var error = Assert.ThrowsAny<Exception>(() => FailingKernels.AllocateKernel.Launch(1, x));
            Assert.Contains("not supported", error.GetBaseException().Message);
            return;
        }

        var start = new ProcessStartInfo("dotnet", ["vstest", typeof(FailingKernelTests).Assembly.Location, $"--TestCaseFilter:FullyQualifiedName~{nameof(FailingKernelTests)}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[Switch] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
    }
}

/// <summary>A kernel that no GPU can run.</summary>
internal static partial class FailingKernels
{
    [Kernel]
    public static void Allocate(Index1D i, ArrayView<float> x)
    {
        var list = new List<float> { x[i] };
        x[i] = list.Count;
    }
}
