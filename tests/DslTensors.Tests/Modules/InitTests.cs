namespace DslTensors.Tests.Modules;

public class InitTests
{
    [Fact]
    public void ConstantsFillEveryElement()
    {
        Assert.Equal([0f, 0, 0, 0], Init.Zeros(2, 2).ToArray());
        Assert.Equal([1L, 1], Init.Ones<long>(2).ToArray());
        Assert.Equal([2.5, 2.5], Init.Constant<double>(2.5, 2).ToArray());
    }

    [Theory]
    [InlineData(new[] { 50, 40 }, 40)]
    [InlineData(new[] { 30, 4, 3, 5 }, 60)]
    public void KaimingKeepsWithinTheFan(int[] sizes, int fanIn)
    {
        var bound = 1 / Math.Sqrt(fanIn);
        AssertSpread(Init.KaimingUniform(sizes), bound);
        AssertSpread(Init.KaimingUniform(sizes, a: 0), Math.Sqrt(6.0 / fanIn));
        AssertSpread(Init.KaimingUniform(sizes, a: 0, FanMode.FanOut), Math.Sqrt(6.0 / (sizes[0] * fanIn / sizes[1])));
        AssertSpread(Init.XavierUniform(sizes), Math.Sqrt(6.0 / (fanIn + (sizes[0] * fanIn / sizes[1]))));
    }

    [Fact]
    public void AFanNeedsTwoDimensions() =>
        Assert.StartsWith("Fan in and fan out can not be computed for tensor with fewer than 2 dimensions", Assert.Throws<ShapeException>(() => Init.KaimingUniform(3)).Message);

    [Fact]
    public void NoElementsMeansNoDraw() => Assert.Empty(Init.KaimingUniform(3, 0).ToArray());

    private static void AssertSpread(Tensor<float> tensor, double bound)
    {
        var values = tensor.ToArray();
        Assert.All(values, value => Assert.InRange(value, -bound, bound));
        Assert.True(values.Max() > bound * 0.9 && values.Min() < -bound * 0.9, $"the values don't fill ±{bound}");
    }
}
