namespace DslTensors.Tests.Operators.Fused;

/// <summary>Inputs of the tests here, and how near results have to be.</summary>
internal static class Samples
{
    /// <summary>Numbers between -1 and 1.</summary>
    public static Tensor<float> Random(int seed, params int[] shape)
    {
        var random = new System.Random(seed);
        var values = new float[shape.Aggregate(1, (product, size) => product * size)];
        for (var i = 0; i < values.Length; i++)
            values[i] = (2 * random.NextSingle()) - 1;
        return Tensor.From(values).Reshape(shape).Detach();
    }

    /// <summary>The same as a leaf of double that requires gradients.</summary>
    public static Tensor<double> Leaf(int seed, params int[] shape) => Leaf(Random(seed, shape).To<double>());

    /// <summary>A copy that requires gradients.</summary>
    public static Tensor<T> Leaf<T>(Tensor<T> values)
        where T : unmanaged
    {
        var leaf = values.Detach().Clone();
        leaf.RequiresGrad = true;
        return leaf;
    }

    public static void AssertClose(Tensor<float> expected, Tensor<float> actual, double tolerance = 1e-4)
    {
        Assert.Equal(expected.Shape, actual.Shape);
        float[] wanted = [.. expected.Detach()], found = [.. actual.Detach()];
        for (var i = 0; i < wanted.Length; i++)
            Assert.True(Math.Abs(wanted[i] - found[i]) <= tolerance, $"number {i} is {found[i]} and not {wanted[i]}");
    }
}
