namespace DslTensors;

/// <summary>
/// What one device other than the processor supplies: memory, elementwise loops over any lane function, and kernels of structured operators.
/// </summary>
public abstract partial class Backend
{
    /// <summary>What the maker calls the device.</summary>
    public virtual string Name => GetType().Name;

    /// <summary>The device's memory as it is now.</summary>
    public virtual DeviceMemory Memory => default;

    /// <summary>Allocates memory for <paramref name="count"/> elements on a device, with unspecified contents.</summary>
    /// <exception cref="DeviceException">The device has not that much.</exception>
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

    /// <summary>Waits until all that was started on the device has run.</summary>
    public virtual void Synchronize()
    {
    }

    /// <summary>Gives memory that holds no tensor back to the device's driver.</summary>
    public virtual void EmptyCache()
    {
    }

    /// <summary>Overwrites a tensor with the values of another of the same sizes on this device, each of any strides.</summary>
    public abstract void Copy<T>(Tensor<T> source, Tensor<T> result)
        where T : unmanaged;

    /// <summary>Overwrites a tensor of any strides with one number.</summary>
    public abstract void Fill<T>(Tensor<T> result, T value)
        where T : unmanaged;

    /// <summary>Overwrites a contiguous tensor with random numbers of a counter-based generator: those of a seed are always the same.</summary>
    /// <param name="distribution">Their distribution.</param>
    /// <param name="seed">What they depend on.</param>
    /// <param name="first">The least uniform number, the mean, or the probability of the second value.</param>
    /// <param name="second">The bound of uniform numbers, the standard deviation, or what stands for a success; a failure is 0.</param>
    /// <param name="result">The tensor to fill.</param>
    public abstract void Draw<T>(Distribution distribution, ulong seed, double first, double second, Tensor<T> result)
        where T : unmanaged;

    /// <summary>The kernel of a structured operator: the operator's generated <c>DeviceKernel</c>, as this backend derives it.</summary>
    /// <typeparam name="TKernel">The operator's <c>DeviceKernel</c>.</typeparam>
    /// <param name="operation">The operator's PyTorch name.</param>
    /// <exception cref="DeviceException">The backend has none for this operator.</exception>
    public abstract TKernel Kernel<TKernel>(string operation)
        where TKernel : class;

    /// <summary>One optimizer step in one pass over a parameter, its gradient and its states.</summary>
    /// <param name="update">The formula.</param>
    /// <param name="value">The parameter.</param>
    /// <param name="gradient">Its gradient.</param>
    /// <param name="first">The first state; <see langword="null"/> where the formula has none.</param>
    /// <param name="second">The second state.</param>
    /// <param name="third">The third state.</param>
    public abstract void Update<TUpdate, T>(TUpdate update, Tensor<T> value, Tensor<T> gradient, Tensor<T>? first, Tensor<T>? second, Tensor<T>? third)
        where TUpdate : struct, Lanes.IUpdate
        where T : unmanaged;

    /// <summary>The error of an operator that a backend has no kernel for.</summary>
    /// <param name="operation">The operator's PyTorch name.</param>
    /// <param name="device">The device's name.</param>
    protected static DeviceException Missing(string operation, string device) => new(
        $"Could not run '{operation}' with arguments from the '{device}' backend: it has no kernel for this operator. Move its inputs with x.Cpu(), " +
        "compute there, and move the result back with .To(device).");
}
