namespace DslTensors.Tests.Tensors;

public class BroadcastTests
{
    [Theory]
    [InlineData(new[] { 2, 3 }, new[] { 3 }, new[] { 2, 3 })]
    [InlineData(new[] { 2, 1 }, new[] { 1, 3 }, new[] { 2, 3 })]
    [InlineData(new[] { 4, 1, 3 }, new[] { 2, 1 }, new[] { 4, 2, 3 })]
    [InlineData(new int[0], new[] { 2, 3 }, new[] { 2, 3 })]
    [InlineData(new[] { 1 }, new int[0], new[] { 1 })]
    [InlineData(new[] { 1, 3 }, new[] { 0, 1 }, new[] { 0, 3 })]
    [InlineData(new[] { 1, 1, 1 }, new[] { 1 }, new[] { 1, 1, 1 })]
    public void Sizes_of_one_are_repeated(int[] first, int[] second, int[] expected)
    {
        var (a, b) = (Counted(first), Counted(second));
        var sum = a + b;
        Assert.Equal(expected, sum.Shape.ToArray());
        Assert.Equal(a.Expand(expected).Contiguous().ToArray().Zip(b.Expand(expected).Contiguous().ToArray(), (x, y) => x + y), sum.ToArray());
        Assert.Equal(sum.ToArray(), (b + a).ToArray());
    }

    [Fact]
    public void Unequal_sizes_are_an_error_that_names_both()
    {
        var error = Assert.Throws<ShapeException>(() => Tensor.Ones(2, 3) + Tensor.Ones(2, 4));
        Assert.StartsWith("The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1. ", error.Message);
        Assert.Contains("[2, 3] and [2, 4]", error.Message);
        Assert.StartsWith(
            "The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0. ",
            Assert.Throws<ShapeException>(() => Tensor.Ones(2, 3) + Tensor.Ones(3, 3)).Message);
        Assert.Throws<ShapeException>(() => Tensor.Ones(0) + Tensor.Ones(3));
    }

    [Fact]
    public void In_place_forms_keep_the_shape_of_their_tensor()
    {
        var x = Tensor.Ones(3);
        x.AddInPlace(Tensor.From([1f, 2, 3]));
        x.AddInPlace(Tensor.Ones(1));
        Assert.Equal([3, 4, 5], x.ToArray());
        var error = Assert.Throws<ShapeException>(() => x.AddInPlace(Tensor.Ones(2, 3)));
        Assert.StartsWith("output with shape [3] doesn't match the broadcast shape [2, 3]", error.Message);
        Assert.Throws<ShapeException>(() => x.AddInPlace(Tensor.Ones(2)));
        Assert.Equal([3, 4, 5], x.ToArray());
    }

    private static Tensor<double> Counted(int[] shape) => Tensor.Arange<double>(0, shape.Aggregate(1, (product, size) => product * size)).Reshape(shape);
}
