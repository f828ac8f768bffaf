namespace DslTensors.Tests.Tensors;

public class IndexingTests
{
    private readonly Tensor<long> _x = Tensor.Arange<long>(0, 24).Reshape(2, 3, 4);

    [Fact]
    public void Integers_pick_and_remove_the_dimension()
    {
        Assert.Equal([12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23], _x[1].ToArray());
        Assert.Equal([20, 21, 22, 23], _x[-1, -1].ToArray());
        Assert.Equal(23, _x[^1, ^1, ^1].Item());
        Assert.Equal(0, _x[-2, -3, -4].Item());
        Assert.Equal([], _x[1, 2, 3].Shape.ToArray());
    }

    [Fact]
    public void Ranges_keep_the_dimension()
    {
        Assert.Equal([2, 1, 4], _x[.., 1..2].Shape.ToArray());
        Assert.Equal([4, 5, 6, 7, 16, 17, 18, 19], _x[.., 1..2].ToArray());
        Assert.Equal([2, 3, 2], _x[.., .., ^2..].Shape.ToArray());
        Assert.Equal([1, 5, 9], _x[0, .., 1].ToArray());
        Assert.Equal([2, 3, 4], _x[0..99].Shape.ToArray());
        Assert.Equal([0, 3, 4], _x[5..7].Shape.ToArray());
        Assert.Equal([2, 0, 4], _x[.., 2..1].Shape.ToArray());
        Assert.Equal([2, 3, 4], _x[^9..].Shape.ToArray());
    }

    [Fact]
    public void An_ellipsis_stands_for_the_rest()
    {
        Assert.Equal([3, 7, 11, 15, 19, 23], _x[TensorIndex.Ellipsis, 3].ToArray());
        Assert.Equal([1], _x[0, TensorIndex.Ellipsis, 0, 1..2].ToArray());
        Assert.Equal([2, 3, 4], _x[TensorIndex.Ellipsis].Shape.ToArray());
        Assert.Equal(23, _x[1, 2, TensorIndex.Ellipsis, 3].Item());
    }

    [Fact]
    public void Assignment_writes_and_broadcasts()
    {
        _x[0] = Tensor.From(7L);
        _x[1, .., 1..3] = Tensor.From([-1L, -2L]);
        _x[^1, ^1, ^1] = Tensor.From(100L);
        Assert.Equal([7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 12, -1, -2, 15, 16, -1, -2, 19, 20, -1, -2, 100], _x.ToArray());
        Assert.Equal(3, _x.Version);
    }

    [Fact]
    public void Assignment_from_an_overlapping_part_reads_before_it_writes()
    {
        var x = Tensor.From([1f, 2, 3, 4]);
        x[1..] = x[..3];
        Assert.Equal([1, 1, 2, 3], x.ToArray());
    }

    [Fact]
    public void Compound_assignment_writes_back()
    {
        var x = Tensor.From([1f, 2, 3, 4], 2, 2);
        x[0] += Tensor.From([10f, 20]);
        x[1] *= 2;
        Assert.Equal([11, 22, 6, 8], x.ToArray());
    }

    [Theory]
    [InlineData(2, "index 2 is out of bounds for dimension 0 with size 2")]
    [InlineData(-3, "index -3 is out of bounds for dimension 0 with size 2")]
    public void Out_of_range_is_an_error(int index, string message) => Assert.StartsWith(message, Assert.Throws<DimensionException>(() => _x[index]).Message);

    [Fact]
    public void The_position_behind_the_end_is_no_element() =>
        Assert.StartsWith("index 2 is out of bounds for dimension 0 with size 2", Assert.Throws<DimensionException>(() => _x[^0]).Message);

    [Fact]
    public void Too_many_positions_are_an_error()
    {
        Assert.StartsWith("too many indices for tensor of dimension 3", Assert.Throws<DimensionException>(() => _x[0, 0, 0, 0]).Message);
        Assert.StartsWith("too many indices for tensor of dimension 0", Assert.Throws<DimensionException>(() => Tensor.From(1f)[0, 0]).Message);
        Assert.StartsWith("invalid index of a 0-dim tensor", Assert.Throws<DimensionException>(() => Tensor.From(1f)[0]).Message);
        Assert.Throws<ShapeException>(() => _x[0] = Tensor.From([1L, 2L]));
    }

    [Fact]
    public void Gradients_flow_through_parts()
    {
        var x = Tensor.From([1.0, 2, 3, 4, 5, 6], 2, 3);
        x.RequiresGrad = true;
        (x[1, ..2] * Tensor.From([10.0, 20]) + x[0, 2]).Sum().Backward();
        Assert.Equal([0, 0, 2, 10, 20, 0], x.Grad!.ToArray());
    }
}
