namespace DslTensors;

/// <summary>Random tensors on devices; their seeds come from the one generator, so that <see cref="Tensor.ManualSeed"/> fixes them too.</summary>
internal static class DeviceRandom
{
    /// <summary>A tensor of random numbers where another one lies, or <see langword="null"/> if that is in main memory.</summary>
    public static Tensor<T>? Like<T>(Tensor<T> other, int[] size, Distribution distribution, double first, double second)
        where T : unmanaged
    {
        if (other.Device.Backend is not { } backend)
            return null;
        var tensor = Tensor<T>.Allocate(other.Device, StridedLayout.Contiguous(size));
        backend.Draw(distribution, RandomSource.Default.Random64(), first, second, tensor);
        return tensor;
    }
}
