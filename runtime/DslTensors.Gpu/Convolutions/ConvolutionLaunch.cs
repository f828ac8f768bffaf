using DslTensors.Cpu;
using DslTensors.Devices.Elementwise;
using DslTensors.Devices.Lanes;
using ILGPU;
using ILGPU.Runtime;

namespace DslTensors.Devices.Convolutions;

/// <summary>Which of the three tensors of a convolution is computed from the others.</summary>
internal enum ConvolutionPart
{
    Results,
    Images,
    Weight,
}

/// <summary>Starts a convolution, or one of its gradients.</summary>
internal readonly struct ConvolutionLaunch<T>(
    GpuBackend backend, ConvolutionPart part, Tensor<T> images, Tensor<T> weight, Tensor<T>? bias, Tensor<T> results, ConvolutionGeometry geometry) : ILaneAction
    where T : unmanaged
{
    public void Run<S, L>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
    {
        var computed = part switch { ConvolutionPart.Results => results, ConvolutionPart.Images => images, _ => weight };
        if (computed.Layout.Count == 0)
            return;
        var launch = part switch
        {
            ConvolutionPart.Results => backend.Launcher(typeof(DenseKey<ConvolutionKernels<S, L>>), static accelerator =>
                accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<S>, ArrayView<S>, ArrayView<S>, ConvolutionShape>(ConvolutionKernels<S, L>.Forward)),
            ConvolutionPart.Images => backend.Launcher(typeof(PartKey<ConvolutionKernels<S, L>>), static accelerator =>
                accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<S>, ArrayView<S>, ArrayView<S>, ConvolutionShape>(ConvolutionKernels<S, L>.ToImages)),
            _ => backend.Launcher(typeof(FinishKey<ConvolutionKernels<S, L>>), static accelerator =>
                accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<S>, ArrayView<S>, ArrayView<S>, ConvolutionShape>(ConvolutionKernels<S, L>.ToWeight)),
        };
        launch(
            computed.Layout.Count,
            backend.Elements<T, S>(images),
            backend.Elements<T, S>(weight),
            backend.Elements<T, S>(bias ?? computed),
            backend.Elements<T, S>(results),
            ConvolutionShape.Of(images, weight, bias, results, geometry));
    }
}
