using System.Diagnostics;

namespace Benchmarks.Harness;

/// <summary>Times one side: how many steps a sample has, and what the samples said.</summary>
internal sealed class Sampling(Action step)
{
    private readonly List<double> _samples = [];
    private int _stepsPerSample = 1;

    /// <summary>The time of a step in the best sample, in seconds.</summary>
    public double Best => _samples.Min();

    /// <summary>The time of a step in the middle sample, in seconds.</summary>
    public double Median => _samples.Order().ElementAt(_samples.Count / 2);

    /// <summary>Runs until the code is compiled in its last form and finds how many steps are long enough to be timed.</summary>
    public void WarmUp(TimeSpan least, TimeSpan sample)
    {
        var watch = Stopwatch.StartNew();
        var steps = 0;
        do
        {
            step();
            steps++;
        }
        while (watch.Elapsed < least || steps < 3);
        watch.Restart();
        var probe = Math.Max(1, steps / 20);
        for (var i = 0; i < probe; i++)
            step();
        _stepsPerSample = Math.Max(1, (int)(sample.TotalSeconds / (watch.Elapsed.TotalSeconds / probe)));
    }

    /// <summary>Times one sample.</summary>
    public void Sample()
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < _stepsPerSample; i++)
            step();
        _samples.Add(Stopwatch.GetElapsedTime(start).TotalSeconds / _stepsPerSample);
    }
}
