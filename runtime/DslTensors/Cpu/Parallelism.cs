namespace DslTensors.Cpu;

/// <summary>How CPU kernels share work between threads.</summary>
public static class Parallelism
{
    private static int _threads = Environment.ProcessorCount;

    [ThreadStatic]
    private static bool t_inside;

    /// <summary>The greatest number of threads that one operator uses; by default one per processor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public static int Threads
    {
        get => _threads;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _threads = value;
        }
    }

    /// <summary>
    /// Does all numbers below <paramref name="count"/>. Runs on the calling thread alone, without allocating, when there are no
    /// more than <paramref name="grain"/>, when one thread is allowed, or from inside another <see cref="For"/>.
    /// </summary>
    /// <typeparam name="TBody">The work.</typeparam>
    /// <param name="count">How many numbers.</param>
    /// <param name="grain">The least number that a part has, except the last: about 20 microseconds of work.</param>
    /// <param name="body">The work; parts start at multiples of 64 if <paramref name="grain"/> is one.</param>
    /// <exception cref="Exception">The first exception of a part, unchanged, once every part has ended.</exception>
    public static void For<TBody>(int count, int grain, TBody body)
        where TBody : struct, IRangeBody
    {
        if (count <= 0)
            return;
        grain = Math.Max(1, grain);
        if (count <= grain || _threads == 1 || t_inside)
        {
            body.Run(0, count);
            return;
        }

        var work = new ParallelRange<TBody>(count, grain, _threads, body);
        work.Start();
        RunInside(work);
        work.Wait();
    }

    /// <summary>Takes part in the work; nested loops stay on this thread meanwhile.</summary>
    internal static void RunInside<TBody>(ParallelRange<TBody> work)
        where TBody : struct, IRangeBody
    {
        t_inside = true;
        try
        {
            work.TakeParts();
        }
        finally
        {
            t_inside = false;
        }
    }
}
