using DslTensors.Devices.Lanes;
using ILGPU;

namespace DslTensors.Devices.Convolutions;

/// <summary>Convolutions, directly: each thread gathers what belongs to one element of what is computed, so that none waits for another.</summary>
internal sealed class ConvolutionKernels<S, L>
    where S : unmanaged
    where L : unmanaged, IDeviceLane<L, S>
{
    /// <summary>An element of the results.</summary>
    public static void Forward(Index1D i, ArrayView<S> images, ArrayView<S> weight, ArrayView<S> bias, ArrayView<S> results, ConvolutionShape shape)
    {
        var rest = i / shape.Width.Results;
        var x = i - (rest * shape.Width.Results);
        var next = rest / shape.Height.Results;
        var y = rest - (next * shape.Height.Results);
        rest = next / shape.Depth.Results;
        var z = next - (rest * shape.Depth.Results);
        var batch = rest / shape.ResultChannels;
        var channel = rest - (batch * shape.ResultChannels);
        var perGroup = shape.ImageChannels / shape.Groups;
        var firstChannel = channel / (shape.ResultChannels / shape.Groups) * perGroup;
        var total = L.Constant(0);
        for (var c = 0; c < perGroup; c++)
        {
            var image = shape.ImagesOrigin + (batch * shape.ImagesBatch) + ((firstChannel + c) * shape.ImagesChannel);
            var kernel = shape.WeightOrigin + (channel * shape.WeightOut) + (c * shape.WeightIn);
            for (var kz = 0; kz < shape.Depth.Kernel; kz++)
            {
                var sz = (z * shape.Depth.Stride) + (kz * shape.Depth.Dilation) - shape.Depth.Before;
                if (sz < 0 || sz >= shape.Depth.Images)
                    continue;
                for (var ky = 0; ky < shape.Height.Kernel; ky++)
                {
                    var sy = (y * shape.Height.Stride) + (ky * shape.Height.Dilation) - shape.Height.Before;
                    if (sy < 0 || sy >= shape.Height.Images)
                        continue;
                    for (var kx = 0; kx < shape.Width.Kernel; kx++)
                    {
                        var sx = (x * shape.Width.Stride) + (kx * shape.Width.Dilation) - shape.Width.Before;
                        if (sx >= 0 && sx < shape.Width.Images)
                        {
                            total += L.Load(images[image + (sz * shape.Depth.ImagesStep) + (sy * shape.Height.ImagesStep) + (sx * shape.Width.ImagesStep)])
                                * L.Load(weight[kernel + (kz * shape.Depth.KernelStep) + (ky * shape.Height.KernelStep) + (kx * shape.Width.KernelStep)]);
                        }
                    }
                }
            }
        }

        if (shape.HasBias != 0)
            total += L.Load(bias[shape.BiasOrigin + (channel * shape.BiasStride)]);
        results[shape.ResultsOrigin + (batch * shape.ResultsBatch) + (channel * shape.ResultsChannel)
            + (z * shape.Depth.ResultsStep) + (y * shape.Height.ResultsStep) + (x * shape.Width.ResultsStep)] = L.Store(total);
    }

    /// <summary>An element of the images, from the results: the gradient, and the transposed convolution.</summary>
    public static void ToImages(Index1D i, ArrayView<S> images, ArrayView<S> weight, ArrayView<S> bias, ArrayView<S> results, ConvolutionShape shape)
    {
        var rest = i / shape.Width.Images;
        var x = i - (rest * shape.Width.Images);
        var next = rest / shape.Height.Images;
        var y = rest - (next * shape.Height.Images);
        rest = next / shape.Depth.Images;
        var z = next - (rest * shape.Depth.Images);
        var batch = rest / shape.ImageChannels;
        var channel = rest - (batch * shape.ImageChannels);
        var perGroup = shape.ResultChannels / shape.Groups;
        var imagesPerGroup = shape.ImageChannels / shape.Groups;
        var group = channel / imagesPerGroup;
        var total = L.Constant(0);
        for (var o = group * perGroup; o < (group + 1) * perGroup; o++)
        {
            var result = shape.ResultsOrigin + (batch * shape.ResultsBatch) + (o * shape.ResultsChannel);
            var kernel = shape.WeightOrigin + (o * shape.WeightOut) + ((channel - (group * imagesPerGroup)) * shape.WeightIn);
            for (var kz = 0; kz < shape.Depth.Kernel; kz++)
            {
                var rz = Result(shape.Depth, z, kz);
                if (rz < 0)
                    continue;
                for (var ky = 0; ky < shape.Height.Kernel; ky++)
                {
                    var ry = Result(shape.Height, y, ky);
                    if (ry < 0)
                        continue;
                    for (var kx = 0; kx < shape.Width.Kernel; kx++)
                    {
                        var rx = Result(shape.Width, x, kx);
                        if (rx >= 0)
                        {
                            total += L.Load(results[result + (rz * shape.Depth.ResultsStep) + (ry * shape.Height.ResultsStep) + (rx * shape.Width.ResultsStep)])
                                * L.Load(weight[kernel + (kz * shape.Depth.KernelStep) + (ky * shape.Height.KernelStep) + (kx * shape.Width.KernelStep)]);
                        }
                    }
                }
            }
        }

        if (shape.HasBias != 0)
            total += L.Load(bias[shape.BiasOrigin + (channel * shape.BiasStride)]);
        images[shape.ImagesOrigin + (batch * shape.ImagesBatch) + (channel * shape.ImagesChannel)
            + (z * shape.Depth.ImagesStep) + (y * shape.Height.ImagesStep) + (x * shape.Width.ImagesStep)] = L.Store(total);
    }

    /// <summary>An element of the weight's gradient.</summary>
    public static void ToWeight(Index1D i, ArrayView<S> images, ArrayView<S> weight, ArrayView<S> bias, ArrayView<S> results, ConvolutionShape shape)
    {
        var perGroup = shape.ImageChannels / shape.Groups;
        var rest = i / shape.Width.Kernel;
        var kx = i - (rest * shape.Width.Kernel);
        var next = rest / shape.Height.Kernel;
        var ky = rest - (next * shape.Height.Kernel);
        rest = next / shape.Depth.Kernel;
        var kz = next - (rest * shape.Depth.Kernel);
        var o = rest / perGroup;
        var c = rest - (o * perGroup);
        var firstChannel = o / (shape.ResultChannels / shape.Groups) * perGroup;
        var total = L.Constant(0);
        for (var batch = 0; batch < shape.Batch; batch++)
        {
            // Parts of the sum are joined later, so that rounding stays small.
            var part = L.Constant(0);
            var image = shape.ImagesOrigin + (batch * shape.ImagesBatch) + ((firstChannel + c) * shape.ImagesChannel);
            var result = shape.ResultsOrigin + (batch * shape.ResultsBatch) + (o * shape.ResultsChannel);
            for (var z = 0; z < shape.Depth.Results; z++)
            {
                var sz = (z * shape.Depth.Stride) + (kz * shape.Depth.Dilation) - shape.Depth.Before;
                if (sz < 0 || sz >= shape.Depth.Images)
                    continue;
                for (var y = 0; y < shape.Height.Results; y++)
                {
                    var sy = (y * shape.Height.Stride) + (ky * shape.Height.Dilation) - shape.Height.Before;
                    if (sy < 0 || sy >= shape.Height.Images)
                        continue;
                    for (var x = 0; x < shape.Width.Results; x++)
                    {
                        var sx = (x * shape.Width.Stride) + (kx * shape.Width.Dilation) - shape.Width.Before;
                        if (sx >= 0 && sx < shape.Width.Images)
                        {
                            part += L.Load(images[image + (sz * shape.Depth.ImagesStep) + (sy * shape.Height.ImagesStep) + (sx * shape.Width.ImagesStep)])
                                * L.Load(results[result + (z * shape.Depth.ResultsStep) + (y * shape.Height.ResultsStep) + (x * shape.Width.ResultsStep)]);
                        }
                    }
                }
            }

            total += part;
        }

        weight[shape.WeightOrigin + (o * shape.WeightOut) + (c * shape.WeightIn)
            + (kz * shape.Depth.KernelStep) + (ky * shape.Height.KernelStep) + (kx * shape.Width.KernelStep)] = L.Store(total);
    }

    // The result that an element of the images has a part in through one element of the kernel, or -1.
    private static int Result(ConvolutionAxis axis, int at, int kernel)
    {
        var distance = at + axis.Before - (kernel * axis.Dilation);
        var result = distance / axis.Stride;
        return distance < 0 || result * axis.Stride != distance || result >= axis.Results ? -1 : result;
    }
}
