using System.Numerics;
using ILGPU;
using ILGPU.Runtime;

namespace DslTensors.Devices.Memory;

/// <summary>
/// Gives out a device's memory and keeps what comes back for the next tensor of that size. Work runs in the order in which it was started,
/// so memory may be given out again while the last kernel that reads it is still waiting.
/// </summary>
internal sealed class DeviceAllocator(Accelerator accelerator, string device, long memory)
{
    private const long SmallestBlock = 256;
    private const long SmallestBudget = 64 << 20;

    private readonly Lock _lock = new();
    private readonly Dictionary<long, Stack<MemoryBuffer1D<byte, Stride1D.Dense>>> _free = [];
    private readonly HashSet<MemoryBuffer1D<byte, Stride1D.Dense>> _all = [];
    private long _inUse;
    private long _cached;
    private long _peak;
    private long _allocations;
    private long _reused;
    private long _budget = SmallestBudget;

    public DeviceMemory Statistics
    {
        get
        {
            lock (_lock)
                return new DeviceMemory(memory, _inUse, _cached, _peak, _allocations, _reused);
        }
    }

    public DeviceBlock Allocate(long bytes)
    {
        var size = SizeClass(bytes);
        var buffer = Take(size);
        if (buffer is null && Owned + size > Volatile.Read(ref _budget))
        {
            // Tensors that nothing refers to give their memory back only when they are collected.
            Collect();
            buffer = Take(size);
            lock (_lock)
                _budget = Math.Max(SmallestBudget, 2 * (_inUse + size));
        }

        buffer ??= Create(size, bytes);
        lock (_lock)
        {
            _inUse += size;
            _peak = Math.Max(_peak, _inUse);
            _allocations++;
        }

        GC.AddMemoryPressure(size);
        return new DeviceBlock(this, buffer);
    }

    public void Return(MemoryBuffer1D<byte, Stride1D.Dense> buffer)
    {
        lock (_lock)
        {
            if (accelerator.IsDisposed)
                return;
            var size = buffer.LengthInBytes;
            if (!_free.TryGetValue(size, out var stack))
                _free[size] = stack = new Stack<MemoryBuffer1D<byte, Stride1D.Dense>>();
            stack.Push(buffer);
            _inUse -= size;
            _cached += size;
        }

        GC.RemoveMemoryPressure(buffer.LengthInBytes);
    }

    public void EmptyCache()
    {
        lock (_lock)
        {
            foreach (var buffer in _free.Values.SelectMany(static stack => stack))
            {
                _all.Remove(buffer);
                buffer.Dispose();
            }

            _free.Clear();
            _cached = 0;
        }
    }

    private long Owned
    {
        get
        {
            lock (_lock)
                return _inUse + _cached;
        }
    }

    private MemoryBuffer1D<byte, Stride1D.Dense>? Take(long size)
    {
        lock (_lock)
        {
            if (!_free.TryGetValue(size, out var stack) || !stack.TryPop(out var buffer))
                return null;
            _cached -= size;
            _reused++;
            return buffer;
        }
    }

    private MemoryBuffer1D<byte, Stride1D.Dense> Create(long size, long wanted)
    {
        if (TryCreate(size, out _) is { } buffer)
            return buffer;
        EmptyCache();
        Collect();
        if (Take(size) is { } returned)
            return returned;
        EmptyCache();
        if (TryCreate(size, out var cause) is { } second)
            return second;
        var now = Statistics;
        throw new DeviceException(
            $"{device} out of memory. Tried to allocate {Text(wanted)} ({Text(now.Total)} total capacity; {Text(now.InUse)} already allocated). " +
            $"Let go of tensors that are not needed, compute inside 'using (Autograd.NoGrad())', or take smaller batches. The driver said: {cause?.Message}");
    }

    private MemoryBuffer1D<byte, Stride1D.Dense>? TryCreate(long size, out Exception? cause)
    {
        try
        {
            // Some drivers promise more than there is.
            if (Owned + size > memory)
                throw new OutOfMemoryException("more than the device has");
            var buffer = accelerator.Allocate1D<byte>(size);
            lock (_lock)
                _all.Add(buffer);
            cause = null;
            return buffer;
        }
        catch (Exception error) when (error is AcceleratorException or OutOfMemoryException or OverflowException or ArgumentException)
        {
            cause = error;
            return null;
        }
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    // Eight classes to an octave: at most an eighth of a block is unused.
    private static long SizeClass(long bytes)
    {
        var step = Math.Max(SmallestBlock, (long)BitOperations.RoundUpToPowerOf2((ulong)Math.Max(1, bytes)) / 16);
        return (Math.Max(1, bytes) + step - 1) / step * step;
    }

    private static string Text(long bytes) => bytes switch
    {
        >= 1L << 30 => FormattableString.Invariant($"{bytes / (double)(1L << 30):F2} GiB"),
        >= 1L << 20 => FormattableString.Invariant($"{bytes / (double)(1L << 20):F2} MiB"),
        _ => $"{bytes} bytes",
    };
}
