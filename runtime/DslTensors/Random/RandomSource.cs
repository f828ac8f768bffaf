using System.Security.Cryptography;

namespace DslTensors;

/// <summary>
/// A stream of random numbers that is PyTorch's CPU generator (<c>torch.Generator</c>) bit for bit: the same seed and the same
/// calls draw the same values. Safe to use from several threads; each fill is one uninterrupted stretch of the stream.
/// </summary>
public sealed partial class RandomSource
{
    /// <summary>The seed of a source made without one, PyTorch's <c>default_rng_seed_val</c>.</summary>
    public const long DefaultSeed = 67280421310721;

    private readonly Lock _gate = new();
    private readonly MersenneTwister _engine;

    /// <summary>Box-Muller makes normal values in pairs: the second of the last pair, if it has not been handed out.</summary>
    private double? _nextNormal;

    /// <summary>A source that starts from a seed.</summary>
    /// <param name="seed">The seed, of which the low 32 bits count.</param>
    public RandomSource(long seed = DefaultSeed)
    {
        _engine = new MersenneTwister(seed);
        InitialSeed = seed;
    }

    /// <summary>
    /// What operators and layers draw from. As in PyTorch it starts from entropy, so that runs differ until
    /// <see cref="Tensor.ManualSeed"/> is called.
    /// </summary>
    public static RandomSource Default { get; } = new(Entropy());

    /// <summary>The seed that the stream started from (PyTorch's <c>initial_seed()</c>).</summary>
    public long InitialSeed { get; private set; }

    /// <summary>Starts the stream again from a seed.</summary>
    /// <param name="seed">The seed, of which the low 32 bits count.</param>
    public void ManualSeed(long seed)
    {
        lock (_gate)
        {
            _engine.Seed(seed);
            _nextNormal = null;
            InitialSeed = seed;
        }
    }

    /// <summary>Starts the stream again from entropy.</summary>
    /// <returns>The seed it took.</returns>
    public long Seed()
    {
        var seed = Entropy();
        ManualSeed(seed);
        return seed;
    }

    /// <summary>The next 32 random bits.</summary>
    public uint Random()
    {
        lock (_gate)
            return _engine.Next();
    }

    /// <summary>The next 64 random bits; the first 32 drawn are the upper ones.</summary>
    public ulong Random64()
    {
        lock (_gate)
            return _engine.Next64();
    }

    private static long Entropy()
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        RandomNumberGenerator.Fill(bytes);
        return BitConverter.ToInt64(bytes);
    }
}
