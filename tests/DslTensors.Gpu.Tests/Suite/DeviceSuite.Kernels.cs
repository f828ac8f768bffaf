using ILGPU;
using ILGPU.Runtime;

namespace DslTensors.Tests.Gpu;

/// <summary>A user's kernels.</summary>
public static partial class UserKernels
{
    [Kernel]
    public static void Scale(Index1D i, [Shape("n")] ArrayView<float> input, [Shape("n")] ArrayView<float> result, float factor) => result[i] = input[i] * factor;

    [Kernel]
    internal static void Turn(Index2D at, [Shape("h w")] ArrayView2D<int, Stride2D.DenseY> input, [Shape("w h")] ArrayView2D<int, Stride2D.DenseY> result) =>
        result[at.Y, at.X] = input[at.X, at.Y];
}

public abstract partial class DeviceSuite
{
    [DeviceFact]
    public void A_users_kernel_has_a_launcher()
    {
        var (x, y) = (Tensor.From([1f, 2, 3]).To(Device), Tensor.Zeros<float>(3).To(Device));
        if (ReferenceEquals(Device, Device.Cpu))
        {
            Assert.Contains("Gpu.Use()", Assert.Throws<DeviceException>(() => UserKernels.ScaleKernel.Launch(3, x, y, 2)).Message);
            return;
        }

        UserKernels.ScaleKernel.Launch(3, x, y, 2);
        Assert.Equal([2, 4, 6], y.ToArray());
        Assert.Equal((0, 1), (x.Version, y.Version));
        var error = Assert.Throws<ShapeException>(() => UserKernels.ScaleKernel.Launch(3, x, Tensor.Zeros<float>(2).To(Device), 2));
        Assert.StartsWith("Scale: 'result' must be [n] with size 3 in dimension 0, but its shape is [2].", error.Message);
        Assert.Throws<DeviceException>(() => UserKernels.ScaleKernel.Launch(3, x, Tensor.Zeros<float>(3), 2));
        y.RequiresGrad = true;
        Assert.Throws<AutogradException>(() => UserKernels.ScaleKernel.Launch(3, x, y, 2));

        var (matrix, turned) = (Tensor.Arange(6).To<int>().Reshape(2, 3).To(Device), Tensor.Zeros<int>(3, 2).To(Device));
        UserKernels.TurnKernel.Launch(new Index2D(2, 3), matrix, turned);
        Assert.Equal([0, 3, 1, 4, 2, 5], turned.ToArray());
        Assert.Throws<ShapeException>(() => UserKernels.TurnKernel.Launch(new Index2D(2, 3), matrix.Transpose(0, 1), matrix));
    }
}
