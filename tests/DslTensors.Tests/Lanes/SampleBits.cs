using System.Runtime.InteropServices;

namespace DslTensors.Tests.Lanes;

/// <summary>Numbers of every kind: any bits, moderate numbers, and the special ones.</summary>
internal static class SampleBits
{
    private static readonly double[] Special =
    [
        0, -0.0, 1, -1, 0.5, -0.5, 1.5, 2.5, -2.5, 2, 3, -3, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 1e30, 1e-42, -1e-310, 8388609, 4503599627370497,
    ];

    /// <summary>Whether long sweeps are asked for.</summary>
    public static bool IsNightly => Environment.GetEnvironmentVariable("DSLTENSORS_NIGHTLY") == "1";

    public static T[] Of<T>(int count, int seed)
        where T : unmanaged
    {
        var random = new System.Random(seed);
        var values = new T[count];
        random.NextBytes(MemoryMarshal.AsBytes(values.AsSpan()));
        for (var i = 0; i < count; i++)
        {
            if (i % 4 == 1)
                values[i] = From<T>(Special[random.Next(Special.Length)]);
            else if (i % 4 > 1)
                values[i] = From<T>((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-3, 4)));
        }

        return values;
    }

    public static T From<T>(double value)
        where T : unmanaged => typeof(T) == typeof(float) ? (T)(object)(float)value : (T)(object)value;
}
