namespace DslTensors.Tests.Differentiation.Gradients;

/// <summary>Gradients by central differences in double precision.</summary>
internal static class NumericGradient
{
    private const double Step = 1e-5;

    /// <summary>The derivative of a scalar function by each element of a tensor.</summary>
    public static double[] Of(Func<Tensor<double>, double> function, Tensor<double> at)
    {
        var gradient = new double[at.Count];
        for (var i = 0; i < gradient.Length; i++)
            gradient[i] = (function(Moved(at, i, Step)) - function(Moved(at, i, -Step))) / (2 * Step);
        return gradient;
    }

    public static void AssertClose(double[] expected, double[] actual, string what, double tolerance = 1e-6)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            var distance = Math.Abs(expected[i] - actual[i]);
            Assert.True(
                distance <= tolerance * Math.Max(1, Math.Abs(expected[i])),
                $"{what}: expected [{string.Join(", ", expected)}] by differences, but got [{string.Join(", ", actual)}]");
        }
    }

    private static Tensor<double> Moved(Tensor<double> at, int index, double step)
    {
        var values = at.ToArray();
        values[index] += step;
        return Tensor.From(values).Reshape(at.Shape.ToArray()).Detach();
    }
}
