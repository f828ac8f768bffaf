using System.Numerics;
using DslTensors.Tests.Random;
using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Modules;

/// <summary>A linear layer's starting values after several seeds.</summary>
[Collection(DefaultRandomSourceCollection.Name)]
public class FreshLinearTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(123)]
    public void AFreshLinearLayerIsPyTorchs(long seed)
    {
        CheckLinear<float>(seed, "float32");
        CheckLinear<double>(seed, "float64");
    }

    private static void CheckLinear<T>(long seed, string dtype)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var expected = ReferenceFile.ReadJson("random.json").EnumerateArray()
            .Single(entry => entry.GetProperty("seed").GetInt64() == seed && entry.GetProperty("call").GetString() == $"Linear(4, 3) weight, bias {dtype}")
            .GetProperty("results").EnumerateArray().Select(ReferenceTensor.Parse).ToList();

        Tensor.ManualSeed(seed);
        var layer = new Linear<T>(4, 3);

        Assert.Equal([3, 4], layer.Weight.Shape.ToArray());
        Assert.Equal(expected[0].Data, layer.Weight.ToArray().Select(double.CreateTruncating));
        Assert.Equal(expected[1].Data, layer.Bias!.ToArray().Select(double.CreateTruncating));
    }
}
