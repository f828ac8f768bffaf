using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace DslTensors;

/// <summary>
/// Recycles the arrays of dead tensors without <c>Dispose</c>. Large arrays live in generation 2, so a training loop would pay a
/// full collection every few steps; here their small owners are watched by weak handles, and a collection of the two younger
/// generations finds the dead ones as soon as as many bytes were handed out as are alive. The pool owns at most twice the bytes of the
/// greatest live set: before it would own more it collects, and gives up free arrays of other sizes.
/// </summary>
/// <remarks>The AppContext switch <c>DslTensors.DisableForcedCollections</c> leaves collections to the runtime alone.</remarks>
public static class StoragePool
{
    /// <summary>Arrays from this size in bytes on are pooled.</summary>
    internal const int Threshold = 64 * 1024;

    private const long SmallestBudget = 8 << 20;
    private const int Full = 2;

    private static readonly Lock s_lock = new();
    private static ImmutableArray<IPooledArrays> s_pools = [];
    private static readonly bool s_collects = !(AppContext.TryGetSwitch("DslTensors.DisableForcedCollections", out var off) && off);

    private static long s_ownedBytes;
    private static long s_inUseBytes;
    private static long s_handedOut;
    private static long s_budget = SmallestBudget;
    private static long s_peak = SmallestBudget;

    /// <summary>The bytes in arrays that the pool has given out or holds ready.</summary>
    public static long OwnedBytes => Volatile.Read(ref s_ownedBytes);

    /// <summary>The bytes given out and not yet known to be free again.</summary>
    public static long InUseBytes => Volatile.Read(ref s_inUseBytes);

    /// <summary>The most bytes that have been alive at once in this process, as far as the pool has seen; it keeps within twice as many.</summary>
    internal static long PeakBytes => Volatile.Read(ref s_peak);

    internal static Lock Gate => s_lock;

    /// <summary>Returns the arrays that hold no live tensor to the garbage collector, and forgets how many bytes were ever alive at once.</summary>
    public static void Trim()
    {
        lock (s_lock)
        {
            Sweep();
            DropFree(long.MaxValue);
            s_peak = Math.Max(SmallestBudget, s_inUseBytes);
        }
    }

    // Without the gate: pools are made by type initializers, which may run inside or outside of it.
    internal static void Register(IPooledArrays pool) => ImmutableInterlocked.Update(ref s_pools, static (pools, added) => pools.Add(added), pool);

    /// <summary>Accounts for bytes about to be handed out; called under the gate, and may collect.</summary>
    internal static void Charge(long bytes)
    {
        s_handedOut += bytes;
        if (s_handedOut <= s_budget)
            return;
        if (s_collects)
            Collect(bytes);
        else
            Sweep();
        s_handedOut = bytes;
        s_budget = Math.Max(SmallestBudget, s_inUseBytes);
    }

    /// <summary>Whether a new array keeps the pool within its bound; if not, looks for dead tensors, unless it has just done so.</summary>
    internal static bool HasRoom(long bytes)
    {
        if (s_ownedBytes + bytes <= 2 * s_peak || !s_collects)
            return true;
        if (s_handedOut >= s_budget / 2 || s_ownedBytes - s_inUseBytes < bytes)
        {
            Collect(bytes);
            s_handedOut = bytes;
        }

        return false;
    }

    /// <summary>Gives up free arrays for a new one that would otherwise exceed the bound.</summary>
    internal static void MakeRoom(long bytes)
    {
        if (s_collects)
            DropFree(s_ownedBytes + bytes - (2 * s_peak));
    }

    internal static void Owned(long bytes) => s_ownedBytes += bytes;

    internal static void InUse(long bytes) => s_inUseBytes += bytes;

    // What is alive during a collection is only found by an older one. So the second generation is always looked at too: a result that
    // lived through one collection is found by the next. To collect the youngest alone first would only make results older at once. A full
    // one finds the true live set. Where that is the greatest so far the bound grows with it: else what lived through this collection, and is
    // as old as can be now, would call for the next full one.
    private static void Collect(long bytes)
    {
        var generation = 1;
        for (; generation <= Full; generation++)
        {
            GC.Collect(generation, GCCollectionMode.Forced, blocking: true);
            Sweep();
            if (s_inUseBytes + bytes <= s_peak + (s_peak / 2))
                break;
        }

        if (generation >= Full)
            s_peak = Math.Max(s_peak, s_inUseBytes + bytes);
    }

    private static void DropFree(long bytes)
    {
        foreach (var pool in s_pools)
        {
            if (bytes <= 0)
                return;
            var dropped = pool.DropFree(bytes);
            s_ownedBytes -= dropped;
            bytes -= dropped;
        }
    }

    private static void Sweep()
    {
        foreach (var pool in s_pools)
        {
            var (freed, dropped) = pool.Sweep();
            s_inUseBytes -= freed;
            s_ownedBytes -= dropped;
        }
    }
}

/// <summary>The pooled arrays of one element type, as <see cref="StoragePool"/> sees them.</summary>
internal interface IPooledArrays
{
    /// <summary>Finds arrays whose owner is dead. Returns the bytes no longer in use, and those no longer owned at all.</summary>
    (long Freed, long Dropped) Sweep();

    /// <summary>Gives up free arrays of a number of bytes or a little more, or all there are, and returns their bytes.</summary>
    long DropFree(long bytes);
}

/// <summary>An array of the pool, and whether it may ever be used again.</summary>
internal sealed class PooledArray<T>(T[] array)
    where T : unmanaged
{
    private volatile bool _escaped;

    public T[] Array { get; } = array;

    public GCHandle Owner { get; set; }

    public bool IsEscaped => _escaped;

    public unsafe long Bytes => (long)Array.Length * sizeof(T);

    public void MarkEscaped() => _escaped = true;
}

/// <summary>The pooled arrays of one element type.</summary>
internal sealed class StoragePool<T> : IPooledArrays
    where T : unmanaged
{
    private static readonly StoragePool<T> s_instance = new();

    private readonly List<PooledArray<T>> _used = [];
    private readonly Dictionary<int, Stack<PooledArray<T>>> _free = [];

    private StoragePool() => StoragePool.Register(this);

    /// <summary>Memory for <paramref name="count"/> elements, with unspecified contents.</summary>
    public static unsafe Storage<T> Rent(int count)
    {
        lock (StoragePool.Gate)
        {
            StoragePool.Charge((long)count * sizeof(T));
            return s_instance.Take(count);
        }
    }

    public (long Freed, long Dropped) Sweep()
    {
        long freed = 0;
        long dropped = 0;
        var kept = 0;
        for (var i = 0; i < _used.Count; i++)
        {
            var array = _used[i];
            if (array.Owner.Target is not null)
            {
                _used[kept++] = array;
                continue;
            }

            freed += array.Bytes;
            if (array.IsEscaped)
            {
                array.Owner.Free();
                dropped += array.Bytes;
            }
            else
            {
                FreeOf(array.Array.Length).Push(array);
            }
        }

        _used.RemoveRange(kept, _used.Count - kept);
        return (freed, dropped);
    }

    public long DropFree(long bytes)
    {
        long dropped = 0;
        foreach (var stack in _free.Values)
        {
            while (dropped < bytes && stack.TryPop(out var array))
            {
                dropped += array.Bytes;
                array.Owner.Free();
            }
        }

        return dropped;
    }

    private unsafe Storage<T> Take(int count)
    {
        var length = SizeClass(count);
        var bytes = (long)length * sizeof(T);
        var free = FreeOf(length);
        if (!free.TryPop(out var array) && (StoragePool.HasRoom(bytes) || !free.TryPop(out array)))
        {
            StoragePool.MakeRoom(bytes);
            array = new PooledArray<T>(GC.AllocateUninitializedArray<T>(length)) { Owner = GCHandle.Alloc(null, GCHandleType.Weak) };
            StoragePool.Owned(bytes);
        }

        var storage = new Storage<T>(array, count);
        var owner = array.Owner;
        owner.Target = storage;
        _used.Add(array);
        StoragePool.InUse(array.Bytes);
        return storage;
    }

    // Eight classes to an octave: at most an eighth of an array is unused.
    private static int SizeClass(int count)
    {
        var step = Math.Max(1, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count) / 16);
        return (int)Math.Min(Array.MaxLength, ((long)count + step - 1) / step * step);
    }

    private Stack<PooledArray<T>> FreeOf(int length)
    {
        if (!_free.TryGetValue(length, out var stack))
            _free[length] = stack = new Stack<PooledArray<T>>();
        return stack;
    }
}
