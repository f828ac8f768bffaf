namespace DslTensors;

/// <summary>What a device other than the processor supplies: memory, and kernels for operators by name.</summary>
public abstract class Backend
{
    /// <summary>Allocates memory for <paramref name="count"/> elements on a device, with unspecified contents.</summary>
    public abstract Storage<T> Allocate<T>(Device device, int count)
        where T : unmanaged;

    /// <summary>Copies elements from main memory to the beginning of the device's.</summary>
    /// <exception cref="DeviceException">The backend can't.</exception>
    public abstract void Upload<T>(ReadOnlySpan<T> source, Storage<T> destination)
        where T : unmanaged;

    /// <summary>Copies elements from the beginning of the device's memory to main memory, once all that writes them has run.</summary>
    /// <exception cref="DeviceException">The backend can't.</exception>
    public abstract void Download<T>(Storage<T> source, Span<T> destination)
        where T : unmanaged;

    /// <summary>Runs an operator's kernel.</summary>
    /// <param name="operation">The operator's PyTorch name.</param>
    /// <param name="inputs">The inputs, absent ones as <see langword="null"/>, elementwise ones already broadcast to the result's shape.</param>
    /// <param name="result">The tensor to fill.</param>
    /// <param name="map">The lane function of an elementwise operator; <see langword="null"/> for structured ones.</param>
    /// <exception cref="DeviceException">The backend has no kernel for this operator.</exception>
    public abstract void Run(string operation, ReadOnlySpan<Tensor?> inputs, Tensor result, object? map);
}
