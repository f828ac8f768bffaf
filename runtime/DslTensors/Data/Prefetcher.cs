using System.Collections;
using System.Threading.Channels;

namespace DslTensors;

/// <summary>
/// Makes batches in the background while earlier ones are worked on. No more than a number of them wait; an exception arrives where its
/// batch would have been; disposing stops the work and waits for its end.
/// </summary>
internal sealed class Prefetcher<TBatch> : IEnumerator<TBatch>, IAsyncEnumerator<TBatch>
{
    private readonly Channel<TBatch> _channel;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationToken _callers;
    private readonly int _count;
    private readonly Func<int, TBatch> _make;
    private Task? _producer;
    private TBatch? _current;
    private bool _isDisposed;

    public Prefetcher(int count, Func<int, TBatch> make, int ahead, CancellationToken cancellationToken)
    {
        (_count, _make, _callers) = (count, make, cancellationToken);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _channel = Channel.CreateBounded<TBatch>(new BoundedChannelOptions(ahead) { SingleReader = true, SingleWriter = true });
    }

    public TBatch Current => _current!;

    object? IEnumerator.Current => _current;

    public bool MoveNext() => ReadNext() ?? WaitAndReadAsync().AsTask().GetAwaiter().GetResult();

    public ValueTask<bool> MoveNextAsync() => ReadNext() is { } found ? ValueTask.FromResult(found) : WaitAndReadAsync();

    public void Reset() => throw new NotSupportedException();

    public void Dispose() => Stop().GetAwaiter().GetResult();

    public ValueTask DisposeAsync() => new(Stop());

    /// <returns>Whether there is another batch, or <see langword="null"/> if that is not known yet.</returns>
    private bool? ReadNext()
    {
        if (_isDisposed)
            return false;
        _callers.ThrowIfCancellationRequested();
        _producer ??= Task.Run(Produce);
        return _channel.Reader.TryRead(out _current) ? true : null;
    }

    private async ValueTask<bool> WaitAndReadAsync()
    {
        while (await _channel.Reader.WaitToReadAsync(_callers).ConfigureAwait(false))
        {
            if (_channel.Reader.TryRead(out _current))
                return true;
        }

        _callers.ThrowIfCancellationRequested();
        return false;
    }

    private async Task Produce()
    {
        try
        {
            for (var i = 0; i < _count; i++)
            {
                _stop.Token.ThrowIfCancellationRequested();
                await _channel.Writer.WriteAsync(_make(i), _stop.Token).ConfigureAwait(false);
            }

            _channel.Writer.Complete();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            _channel.Writer.Complete();
        }
        catch (Exception exception)
        {
            _channel.Writer.Complete(exception);
        }
    }

    private async Task Stop()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        await _stop.CancelAsync().ConfigureAwait(false);
        if (_producer is not null)
            await _producer.ConfigureAwait(false);
        _stop.Dispose();
    }
}
