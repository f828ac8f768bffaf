namespace DslTensors;

/// <summary>Lists of tensors taken apart as in PyTorch: <c>var (a, b) = x.Chunk(2);</c></summary>
public static class TensorLists
{
    /// <summary>Two tensors.</summary>
    /// <exception cref="ShapeException">There is another number of them.</exception>
    public static void Deconstruct<T>(this Tensor<T>[] tensors, out Tensor<T> first, out Tensor<T> second)
        where T : unmanaged
    {
        RequireCount(tensors, 2);
        (first, second) = (tensors[0], tensors[1]);
    }

    /// <summary>Three tensors: <c>var (q, k, v) = qkv.Chunk(3, dim: -1);</c></summary>
    /// <exception cref="ShapeException">There is another number of them.</exception>
    public static void Deconstruct<T>(this Tensor<T>[] tensors, out Tensor<T> first, out Tensor<T> second, out Tensor<T> third)
        where T : unmanaged
    {
        RequireCount(tensors, 3);
        (first, second, third) = (tensors[0], tensors[1], tensors[2]);
    }

    /// <summary>Four tensors: the gates of a recurrent cell.</summary>
    /// <exception cref="ShapeException">There is another number of them.</exception>
    public static void Deconstruct<T>(this Tensor<T>[] tensors, out Tensor<T> first, out Tensor<T> second, out Tensor<T> third, out Tensor<T> fourth)
        where T : unmanaged
    {
        RequireCount(tensors, 4);
        (first, second, third, fourth) = (tensors[0], tensors[1], tensors[2], tensors[3]);
    }

    private static void RequireCount<T>(Tensor<T>[] tensors, int expected)
        where T : unmanaged
    {
        if (tensors.Length > expected)
            throw new ShapeException($"too many values to unpack (expected {expected}): the list has {tensors.Length} tensors. Take it apart into as many variables.");
        if (tensors.Length < expected)
            throw new ShapeException($"not enough values to unpack (expected {expected}, got {tensors.Length}). Take the list apart into as many variables.");
    }
}
