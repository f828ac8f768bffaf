namespace DslTensors.Tests.Data;

public class PrefetchTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Fact]
    public void No_more_batches_wait_than_asked_for()
    {
        var made = 0;
        var items = Items(i =>
        {
            Interlocked.Increment(ref made);
            return i;
        });
        using var epoch = DataLoader.Of(items, prefetch: 3).GetEnumerator();
        Assert.True(epoch.MoveNext());

        // One is taken, three wait, and one more may be on its way in.
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref made) == 5, s_patience));
        Thread.Sleep(50);
        Assert.Equal(5, Volatile.Read(ref made));
        Assert.Equal(0, epoch.Current);
        Assert.True(epoch.MoveNext());
        Assert.Equal(1, epoch.Current);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void An_exception_comes_in_the_place_of_its_batch_with_its_stack(int prefetch)
    {
        var seen = new List<int>();
        var exception = Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (var batch in DataLoader.Of(Items(FailAtThree), prefetch: prefetch))
                seen.Add(batch);
        });
        Assert.Equal([0, 1, 2], seen);
        Assert.Contains(nameof(FailAtThree), exception.StackTrace);
    }

    [Fact]
    public async Task An_exception_comes_to_an_await_too()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var _ in DataLoader.Of(Items(FailAtThree)))
            {
            }
        });
        Assert.Contains(nameof(FailAtThree), exception.StackTrace);
    }

    [Fact]
    public async Task Leaving_the_loop_stops_the_work_and_waits_for_its_end()
    {
        var (made, running) = (0, 0);
        var items = Items(i =>
        {
            Interlocked.Increment(ref running);
            Thread.Sleep(5);
            Interlocked.Increment(ref made);
            Interlocked.Decrement(ref running);
            return i;
        });
        foreach (var _ in DataLoader.Of(items, prefetch: 2))
            break;
        Assert.Equal(0, running);
        var before = made;
        await foreach (var _ in DataLoader.Of(items, prefetch: 2))
            break;
        Assert.Equal(0, running);
        Assert.InRange(made - before, 1, 5);
        var after = made;
        await Task.Delay(100);
        Assert.Equal(after, made);
    }

    [Fact]
    public async Task A_token_stops_the_epoch()
    {
        using var stop = new CancellationTokenSource();
        var seen = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in DataLoader.Of(Items(i => i), prefetch: 4).AsAsyncEnumerable().WithCancellation(stop.Token))
            {
                if (++seen == 3)
                    stop.Cancel();
            }
        });
        Assert.Equal(3, seen);
    }

    [Fact]
    public async Task A_token_ends_the_wait_for_a_batch_that_does_not_come()
    {
        using var never = new ManualResetEventSlim();
        using var stop = new CancellationTokenSource();
        var items = Items(i =>
        {
            never.Wait();
            return i;
        });
        var epoch = DataLoader.Of(items).GetAsyncEnumerator(stop.Token);
        var next = epoch.MoveNextAsync();
        Assert.False(next.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
        never.Set();
        await epoch.DisposeAsync();
    }

    [Fact]
    public void Modes_are_those_of_the_loops_beginning_and_don_t_come_back()
    {
        var modes = new List<bool>();
        var items = Items(i =>
        {
            modes.Add(Autograd.IsGradEnabled);
            if (i == 3)
                _ = Autograd.NoGrad();
            return i;
        }, 6);
        foreach (var _ in DataLoader.Of(items, prefetch: 1))
        {
            Assert.True(Autograd.IsGradEnabled);
            using (Autograd.NoGrad())
                Thread.Sleep(5);
        }

        // What a user's function leaves open stays with it.
        Assert.Equal([true, true, true, true], modes[..4]);
        Assert.True(Autograd.IsGradEnabled);

        modes.Clear();
        using (Autograd.NoGrad())
            Assert.Equal(6, DataLoader.Of(items, prefetch: 1).Count());
        Assert.All(modes, Assert.False);
    }

    [Fact]
    public async Task Epochs_at_the_same_time_don_t_disturb_each_other()
    {
        var loader = DataLoader.Of(Dataset.Of<int>([.. Enumerable.Range(0, 500)]), batchSize: 7, shuffle: true, seed: 1, prefetch: 3);
        var epochs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => loader.SelectMany(batch => batch.ToArray()).ToArray())));
        var again = DataLoader.Of(Dataset.Of<int>([.. Enumerable.Range(0, 500)]), batchSize: 7, shuffle: true, seed: 1);
        var expected = Enumerable.Range(0, 8).Select(_ => string.Join(',', again.SelectMany(batch => batch.ToArray()))).Order();
        Assert.Equal(expected, epochs.Select(epoch => string.Join(',', epoch)).Order());
    }

    private static int FailAtThree(int index) => index == 3 ? throw new InvalidOperationException("three") : index;

    private static Dataset<int> Items(Func<int, int> make, int count = 1000) => Dataset.Of([.. Enumerable.Range(0, count)], (IReadOnlyList<int> items) => make(items[0]));
}
