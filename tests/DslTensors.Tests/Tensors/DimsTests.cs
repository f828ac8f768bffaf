namespace DslTensors.Tests.Tensors;

public class DimsTests
{
    private readonly Tensor<double> _x = Tensor.From([1.0, 2, 3, 4, 5, 6], 1, 2, 3);

    [Fact]
    public void None_one_or_several()
    {
        Assert.Equal([21], _x.Sum().ToArray());
        Assert.Equal([6, 15], _x.Sum(-1).ToArray());
        Assert.Equal([5, 7, 9], _x.Sum([0, 1]).ToArray());
        Assert.Equal([1, 1, 3], _x.Sum([0, -2], keepDim: true).Shape.ToArray());
        Assert.True(default(Dims).IsAll);
        Dims outer = [0, -1];
        Assert.Equal("[0, -1]", outer.ToString());
        Assert.Equal([true, false, true], outer.Flags(3));
    }

    [Fact]
    public void Wrong_dimensions_are_errors()
    {
        Assert.StartsWith("Dimension out of range (expected to be in range of [-3, 2], but got 3)", Assert.Throws<DimensionException>(() => _x.Sum(3)).Message);
        Assert.StartsWith("Dimension out of range (expected to be in range of [-3, 2], but got -4)", Assert.Throws<DimensionException>(() => _x.Sum(-4)).Message);
        Assert.StartsWith("dim 2 appears multiple times in the list of dims", Assert.Throws<DimensionException>(() => _x.Sum([2, -1])).Message);
    }

    [Fact]
    public void A_scalar_takes_0_and_minus_1()
    {
        Assert.Equal(3, Tensor.From(3.0).Sum(0).Item());
        Assert.Equal(3, Tensor.From(3.0).Sum(-1).Item());
        Assert.Throws<DimensionException>(() => Tensor.From(3.0).Sum(1));
        Assert.Equal(-1, Dimension.Wrap(0, 0) - 1);
    }
}
