using DslTensors.Devices.Elementwise;
using DslTensors.Devices.Lanes;
using ILGPU;
using ILGPU.Runtime;

namespace DslTensors.Devices.Random;

/// <summary>Random numbers, one thread an element.</summary>
internal sealed class DrawKernel<S, L>
    where S : unmanaged
    where L : unmanaged, IDeviceLane<L, S>
{
    public static void Run(Index1D i, ArrayView<S> result, ulong seed, int distribution, float first, float second)
    {
        var block = Philox.At(seed, (uint)i.X);
        var value = distribution == (int)Distribution.Uniform ? first + (Philox.Uniform(block.X0) * (second - first))
            : distribution == (int)Distribution.Normal ? first + (Philox.Normal(block.X0, block.X1) * second)
            : Philox.Uniform(block.X0) < first ? second : 0f;
        result[i] = L.Store(L.FromDouble(value));
    }
}

/// <summary>Starts the drawing of random numbers.</summary>
internal readonly struct DrawLaunch<T>(GpuBackend backend, Distribution distribution, ulong seed, double first, double second, Tensor<T> result) : ILaneAction
    where T : unmanaged
{
    public void Run<S, L>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S> =>
        backend.Launcher(typeof(DenseKey<DrawKernel<S, L>>), static accelerator =>
            accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ulong, int, float, float>(DrawKernel<S, L>.Run))(
            result.Layout.Count, backend.Dense<T, S>(result), seed, (int)distribution, (float)first, (float)second);
}
