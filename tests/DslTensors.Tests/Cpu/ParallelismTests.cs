using DslTensors.Cpu;

namespace DslTensors.Tests.Cpu;

/// <summary>Ranges on several threads.</summary>
public class ParallelismTests
{
    private readonly struct Count(int[] visits) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (var i = from; i < to; i++)
                Interlocked.Increment(ref visits[i]);
        }
    }

    private readonly struct Failing(int at) : IRangeBody
    {
        public void Run(int from, int to)
        {
            if (at >= from && at < to)
                throw new InvalidOperationException($"part with {at}");
        }
    }

    private readonly struct Nested(int[] visits, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (var row = from; row < to; row++)
                Parallelism.For(width, 1, new NestedRow(visits, row * width, Environment.CurrentManagedThreadId));
        }
    }

    private readonly struct NestedRow(int[] visits, int start, int thread) : IRangeBody
    {
        public void Run(int from, int to)
        {
            Assert.Equal(thread, Environment.CurrentManagedThreadId);
            for (var i = from; i < to; i++)
                Interlocked.Increment(ref visits[start + i]);
        }
    }

    private readonly struct Nothing : IRangeBody
    {
        public void Run(int from, int to)
        {
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(1000, 1)]
    [InlineData(1000, 64)]
    [InlineData(1001, 1000)]
    [InlineData(100_003, 128)]
    public void Every_number_is_done_once(int count, int grain)
    {
        for (var round = 0; round < 50; round++)
        {
            var visits = new int[count];
            Parallelism.For(count, grain, new Count(visits));
            Assert.All(visits, visit => Assert.Equal(1, visit));
        }
    }

    [Fact]
    public void The_exception_of_a_part_reaches_the_caller()
    {
        foreach (var at in (int[])[0, 500, 9999])
        {
            var error = Assert.Throws<InvalidOperationException>(() => Parallelism.For(10_000, 16, new Failing(at)));
            Assert.Equal($"part with {at}", error.Message);
        }

        var visits = new int[10_000];
        Parallelism.For(visits.Length, 16, new Count(visits));
        Assert.All(visits, visit => Assert.Equal(1, visit));
    }

    [Fact]
    public void A_nested_loop_stays_on_its_thread()
    {
        var visits = new int[64 * 100];
        Parallelism.For(64, 1, new Nested(visits, 100));
        Assert.All(visits, visit => Assert.Equal(1, visit));
    }

    [Fact]
    public void Small_ranges_allocate_nothing()
    {
        Parallelism.For(100, 100, default(Nothing));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            Parallelism.For(100, 100, default(Nothing));
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void There_is_at_least_one_thread() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Parallelism.Threads = 0);
}
