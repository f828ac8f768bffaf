namespace Benchmarks.Harness;

/// <summary>The same numbers for both libraries, whatever their generators are.</summary>
internal static class Inputs
{
    /// <summary>Numbers between -<paramref name="scale"/> and <paramref name="scale"/>.</summary>
    public static float[] Uniform(int count, int seed, float scale = 1)
    {
        var random = new Random(seed);
        var values = new float[count];
        for (var i = 0; i < count; i++)
            values[i] = ((random.NextSingle() * 2) - 1) * scale;
        return values;
    }

    /// <summary>Classes below <paramref name="classes"/>.</summary>
    public static long[] Classes(int count, int classes, int seed)
    {
        var random = new Random(seed);
        var values = new long[count];
        for (var i = 0; i < count; i++)
            values[i] = random.Next(classes);
        return values;
    }

    /// <summary>Starting values of parameters, in the order of the state dict: PyTorch's spread for the sizes.</summary>
    public static IEnumerable<float[]> Parameters(IEnumerable<int[]> shapes)
    {
        var seed = 1000;
        foreach (var shape in shapes)
        {
            var count = shape.Aggregate(1, (product, size) => product * size);
            var fanIn = shape.Length > 1 ? count / shape[0] : 64;
            yield return Uniform(count, seed++, 1 / MathF.Sqrt(fanIn));
        }
    }
}
