using System.Runtime.ExceptionServices;

namespace DslTensors.Cpu;

/// <summary>
/// One loop that several threads share. Each takes the next part until none is left, so a thread that comes late or never costs
/// nothing: the caller waits only for parts that were taken.
/// </summary>
internal sealed class ParallelRange<TBody> : IThreadPoolWorkItem
    where TBody : struct, IRangeBody
{
    private const int PartsPerThread = 4;

    private readonly TBody _body;
    private readonly int _count;
    private readonly int _size;
    private readonly int _parts;
    private readonly int _threads;
    private readonly ManualResetEventSlim _finished = new();
    private ExceptionDispatchInfo? _error;
    private int _next;
    private int _done;

    public ParallelRange(int count, int grain, int threads, TBody body)
    {
        var share = (int)((count + ((long)threads * PartsPerThread) - 1) / ((long)threads * PartsPerThread));
        _size = (int)Math.Min(int.MaxValue, ((share + (long)grain - 1) / grain) * grain);
        _parts = (int)((count + (long)_size - 1) / _size);
        _threads = Math.Min(threads, _parts);
        (_count, _body) = (count, body);
    }

    /// <summary>Asks the thread pool for help.</summary>
    public void Start()
    {
        for (var thread = 1; thread < _threads; thread++)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Does parts until all are taken.</summary>
    public void TakeParts()
    {
        for (var part = Interlocked.Increment(ref _next) - 1; part < _parts; part = Interlocked.Increment(ref _next) - 1)
        {
            var from = part * _size;
            try
            {
                if (Volatile.Read(ref _error) is null)
                    _body.Run(from, part == _parts - 1 ? _count : from + _size);
            }
            catch (Exception error)
            {
                Interlocked.CompareExchange(ref _error, ExceptionDispatchInfo.Capture(error), null);
            }

            if (Interlocked.Increment(ref _done) == _parts)
                _finished.Set();
        }
    }

    /// <summary>Waits for the parts that others took; throws what a part threw.</summary>
    public void Wait()
    {
        _finished.Wait();
        _error?.Throw();
    }

    void IThreadPoolWorkItem.Execute() => Parallelism.RunInside(this);
}
