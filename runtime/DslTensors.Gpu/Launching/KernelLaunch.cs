using DslTensors.Devices;
using ILGPU;
using ILGPU.Runtime;

namespace DslTensors;

/// <summary>What generated launchers of <see cref="KernelAttribute"/> methods call: checks, and tensors as ILGPU's views.</summary>
public static class KernelLaunch
{
    /// <summary>The device of a kernel's tensors, as ILGPU knows it.</summary>
    /// <exception cref="DeviceException">They lie on different devices, or in main memory.</exception>
    public static Accelerator Accelerator(string kernel, params ReadOnlySpan<Tensor?> tensors)
    {
        var device = Device.Common(kernel, tensors);
        foreach (var tensor in tensors)
        {
            if (tensor is not null && !ReferenceEquals(tensor.Device, device))
                throw new DeviceException($"{kernel}: all tensors of a kernel must lie on its device, and one lies on {tensor.Device} instead of {device}. Move it with x.To(device).");
        }

        return device.Backend is GpuBackend backend ? backend.Accelerator : throw new DeviceException(
            $"{kernel}: the tensors of a kernel must lie on a device that runs kernels, and they lie on {device}. Call Gpu.Use() and move them, for example with x.To(Device.Available[0]).");
    }

    /// <summary>Counts the write of a kernel into a tensor.</summary>
    /// <exception cref="AutogradException">The tensor must not be written.</exception>
    public static void Write(string kernel, Tensor tensor)
    {
        tensor.CheckInPlace(kernel);
        tensor.BumpVersion();
    }

    /// <summary>Refuses a tensor of another rank than its <see cref="ShapeAttribute"/> says.</summary>
    /// <exception cref="ShapeException">The ranks differ.</exception>
    public static void CheckRank(string kernel, string name, Tensor tensor, string shape, int rank)
    {
        if (tensor.Rank != rank)
            throw new ShapeException($"{kernel}: '{name}' must have {rank} dimensions, [{shape}], but its shape is {tensor.Shape}. Reshape it.");
    }

    /// <summary>Refuses a tensor of another size than its <see cref="ShapeAttribute"/> says.</summary>
    /// <exception cref="ShapeException">The sizes differ.</exception>
    public static void CheckSize(string kernel, string name, Tensor tensor, string shape, int dim, int size)
    {
        if (tensor.Shape[dim] != size)
            throw new ShapeException($"{kernel}: '{name}' must be [{shape}] with size {size} in dimension {dim}, but its shape is {tensor.Shape}. Give tensors whose sizes agree.");
    }

    /// <summary>All elements in row-major order.</summary>
    /// <exception cref="ShapeException">The tensor is not contiguous.</exception>
    public static ArrayView<T> Linear<T>(string kernel, string name, Tensor<T> tensor)
        where T : unmanaged
    {
        if (!tensor.IsContiguous)
            throw new ShapeException($"{kernel}: '{name}' must be contiguous, but its strides are {Shape.Format(tensor.Strides)} for shape {tensor.Shape}. Give x.Contiguous().");
        return ((GpuBackend)tensor.Device.Backend!).Dense<T, T>(tensor);
    }

    /// <summary>A vector.</summary>
    public static ArrayView1D<T, Stride1D.Dense> Dense1D<T>(string kernel, string name, Tensor<T> tensor)
        where T : unmanaged => Linear(kernel, name, tensor).AsDense();

    /// <summary>A matrix; the first index of the view is the column.</summary>
    public static ArrayView2D<T, Stride2D.DenseX> DenseX<T>(string kernel, string name, Tensor<T> tensor)
        where T : unmanaged
    {
        RequireRank(kernel, name, tensor, 2);
        return Linear(kernel, name, tensor).AsDense().As2DDenseXView(new LongIndex2D(tensor.Shape[1], tensor.Shape[0]));
    }

    /// <summary>A matrix; the first index of the view is the row.</summary>
    public static ArrayView2D<T, Stride2D.DenseY> DenseY<T>(string kernel, string name, Tensor<T> tensor)
        where T : unmanaged
    {
        RequireRank(kernel, name, tensor, 2);
        return Linear(kernel, name, tensor).AsDense().As2DDenseYView(new LongIndex2D(tensor.Shape[0], tensor.Shape[1]));
    }

    /// <summary>A tensor of three dimensions; the first index of the view is the innermost.</summary>
    public static ArrayView3D<T, Stride3D.DenseXY> DenseXY<T>(string kernel, string name, Tensor<T> tensor)
        where T : unmanaged
    {
        RequireRank(kernel, name, tensor, 3);
        return Linear(kernel, name, tensor).AsDense().As3DDenseXYView(new LongIndex3D(tensor.Shape[2], tensor.Shape[1], tensor.Shape[0]));
    }

    /// <summary>A tensor of three dimensions; the first index of the view is the outermost.</summary>
    public static ArrayView3D<T, Stride3D.DenseZY> DenseZY<T>(string kernel, string name, Tensor<T> tensor)
        where T : unmanaged
    {
        RequireRank(kernel, name, tensor, 3);
        return Linear(kernel, name, tensor).AsDense().As3DDenseZYView(new LongIndex3D(tensor.Shape[0], tensor.Shape[1], tensor.Shape[2]));
    }

    private static void RequireRank(string kernel, string name, Tensor tensor, int rank)
    {
        if (tensor.Rank != rank)
            throw new ShapeException($"{kernel}: '{name}' must have {rank} dimensions, but its shape is {tensor.Shape}. Reshape it.");
    }
}
