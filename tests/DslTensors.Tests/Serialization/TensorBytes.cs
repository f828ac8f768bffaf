using System.Runtime.InteropServices;

namespace DslTensors.Tests.Serialization;

/// <summary>The elements of a tensor of any type, in row-major order.</summary>
public static class TensorBytes
{
    public static byte[] Of(Tensor tensor) => tensor switch
    {
        Tensor<float> typed => Bytes(typed),
        Tensor<double> typed => Bytes(typed),
        Tensor<Half> typed => Bytes(typed),
        Tensor<BFloat16> typed => Bytes(typed),
        Tensor<long> typed => Bytes(typed),
        Tensor<int> typed => Bytes(typed),
        Tensor<short> typed => Bytes(typed),
        Tensor<sbyte> typed => Bytes(typed),
        Tensor<byte> typed => Bytes(typed),
        Tensor<bool> typed => Bytes(typed),
        _ => throw new InvalidOperationException($"no bytes of {tensor.DType}"),
    };

    public static double[] ToDoubles(Tensor tensor) => tensor switch
    {
        Tensor<float> typed => [.. typed.ToArray().Select(value => (double)value)],
        Tensor<double> typed => typed.ToArray(),
        Tensor<Half> typed => [.. typed.ToArray().Select(value => (double)value)],
        Tensor<BFloat16> typed => [.. typed.ToArray().Select(value => (double)value)],
        Tensor<long> typed => [.. typed.ToArray().Select(value => (double)value)],
        Tensor<int> typed => [.. typed.ToArray().Select(value => (double)value)],
        Tensor<byte> typed => [.. typed.ToArray().Select(value => (double)value)],
        Tensor<bool> typed => [.. typed.ToArray().Select(value => value ? 1.0 : 0.0)],
        _ => throw new InvalidOperationException($"no doubles of {tensor.DType}"),
    };

    /// <summary>A tensor of these elements.</summary>
    public static Tensor<T> Make<T>(int[] shape, params T[] elements)
        where T : unmanaged
    {
        var tensor = Tensor<T>.Allocate(Device.Cpu, StridedLayout.Contiguous(shape));
        elements.CopyTo(tensor.AsSpan());
        return tensor;
    }

    private static byte[] Bytes<T>(Tensor<T> tensor)
        where T : unmanaged => MemoryMarshal.AsBytes<T>(tensor.ToArray()).ToArray();
}
