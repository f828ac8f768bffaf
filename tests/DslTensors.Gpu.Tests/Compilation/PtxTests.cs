using System.Reflection;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.PTX;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace DslTensors.Tests.Gpu;

/// <summary>Every kernel compiles for CUDA. That needs no GPU: only the driver's part of the way is missing.</summary>
public class PtxTests
{
    [Fact]
    public void Every_structured_kernel_compiles_to_PTX() => CompileAll(KernelMethods.Structured().ToList(), atLeast: 150);

    [Fact]
    public void Every_elementwise_function_compiles_to_PTX() => CompileAll(KernelMethods.Elementwise().ToList(), atLeast: 400);

    private static void CompileAll(List<MethodInfo> kernels, int atLeast)
    {
        Assert.InRange(kernels.Count, atLeast, int.MaxValue);
        using var context = Context.Create(static builder => builder.EnableAlgorithms());
        using var backend = new PTXBackend(context, new CudaCapabilityContext(CudaArchitecture.SM_80), CudaArchitecture.SM_80, CudaInstructionSet.ISA_70, null!);
        foreach (var kernel in kernels)
        {
            try
            {
                var entry = kernel.GetParameters()[0].ParameterType == typeof(Index1D)
                    ? EntryPointDescription.FromImplicitlyGroupedKernel(kernel)
                    : EntryPointDescription.FromExplicitlyGroupedKernel(kernel);
                var compiled = (PTXCompiledKernel)backend.Compile(entry, default);
                Assert.Contains(".visible .entry", compiled.PTXAssembly);
            }
            catch (Exception error) when (error is not Xunit.Sdk.XunitException)
            {
                // After a failed compilation later ones fail for no reason of their own.
                Assert.Fail($"{kernel.DeclaringType} {kernel.Name}: {error.GetBaseException()}");
            }
        }
    }
}
