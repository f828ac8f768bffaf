namespace DslTensors;

/// <summary>Counts writes, so that backward can tell whether a saved value is still what it was.</summary>
public class VersionCounter
{
    private int _version;
    private VersionCounter? _successor;

    internal VersionCounter(int version = 0) => _version = version;

    /// <summary>The number of in-place writes so far.</summary>
    public int Version => _successor?.Version ?? Volatile.Read(ref _version);

    internal void Bump()
    {
        if (_successor is { } successor)
            successor.Bump();
        else
            Interlocked.Increment(ref _version);
    }

    /// <summary>A counter that goes on counting in the place of this one, so that nobody needs to keep this one in memory.</summary>
    internal VersionCounter Succeed() => _successor ??= new VersionCounter(_version);
}

/// <summary>
/// The memory of one or more tensors. It is also their version counter: views and detached aliases share both, while
/// <c>Data</c> shares the memory under a counter of its own.
/// </summary>
public abstract class Storage : VersionCounter
{
    private protected Storage(Device device)
    {
        Device = device;
        IsInference = Autograd.IsInferenceMode;
    }

    /// <summary>Where the memory lies.</summary>
    public Device Device { get; }

    /// <summary>The number of elements.</summary>
    public abstract int Length { get; }

    /// <summary>Whether the memory was allocated in inference mode.</summary>
    internal bool IsInference { get; }

    /// <summary>
    /// Whether something else than the one tensor made with it may refer to the memory: a view, a saved value, the user. The
    /// engine adds in place into unshared gradients and hands them to leaves without a copy.
    /// </summary>
    internal bool IsShared { get; set; }

    /// <summary>The last step of a backward pass that sent this memory on as a gradient.</summary>
    internal long SentInRun { get; set; } = -1;
}

/// <summary>Memory for elements of one type.</summary>
/// <typeparam name="T">The element type.</typeparam>
public class Storage<T> : Storage
    where T : unmanaged
{
    private readonly T[]? _array;
    private readonly PooledArray<T>? _pooled;

    /// <summary>Memory on a device that a backend serves.</summary>
    protected Storage(Device device)
        : base(device)
    {
    }

    internal Storage(T[] array)
        : base(Device.Cpu) => _array = array;

    internal Storage(PooledArray<T> pooled, int length)
        : base(Device.Cpu)
    {
        _pooled = pooled;
        _array = pooled.Array;
        Length = length;
    }

    /// <inheritdoc/>
    public override int Length => field > 0 ? field : _array?.Length ?? 0;

    /// <summary>The array, which may be longer than <see cref="Length"/>.</summary>
    /// <exception cref="DeviceException">The memory is not in reach of the processor.</exception>
    internal T[] Array => _array ?? throw new DeviceException($"can't convert {Device} memory to a span. Use x.Cpu() to copy the tensor to host memory first.");

    /// <summary>Memory for <paramref name="count"/> elements, with unspecified contents.</summary>
    internal static Storage<T> Allocate(Device device, int count) => device.Backend is { } backend ? backend.Allocate<T>(device, count) : AllocateHost(count);

    /// <summary>Tells the pool that the array is now in the user's hands, so that it is never used again.</summary>
    internal void MarkEscaped()
    {
        IsShared = true;
        _pooled?.MarkEscaped();
    }

    private static unsafe Storage<T> AllocateHost(int count) => (long)count * sizeof(T) < StoragePool.Threshold
        ? new Storage<T>(GC.AllocateUninitializedArray<T>(count))
        : StoragePool<T>.Rent(count);
}
