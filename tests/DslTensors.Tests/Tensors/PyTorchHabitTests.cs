namespace DslTensors.Tests.Tensors;

/// <summary>What fingers that know PyTorch write first.</summary>
public class PyTorchHabitTests
{
    [Fact]
    public void The_greater_of_two_tensors_writes_into_neither()
    {
        var a = Tensor.From(1f);
        var b = Tensor.From(5f);
        Assert.Equal(5, Tensor.Max(a, b).Item());
        Assert.Equal(1, Tensor.Min(b, a).Item());
        Assert.Equal(5, a.Max(b).Item());
        Assert.Equal(1, b.Min(a).Item());
        Assert.Equal((1, 5), (a.Item(), b.Item()));
    }

    [Fact]
    public void The_lesser_of_two_has_a_gradient()
    {
        var ratio = Tensor.From([0.5f, 1.5f]);
        ratio.RequiresGrad = true;
        Tensor.Min(ratio, Tensor.From([1f, 1f])).Sum().Backward();
        Assert.Equal([1, 0], ratio.Grad!.ToArray());
    }

    [Fact]
    public void A_reduction_fills_a_destination_by_name()
    {
        var destination = Tensor.From(0f);
        Tensor.Max(Tensor.From([1f, 7f]), destination: destination);
        Assert.Equal(7, destination.Item());
    }

    [Fact]
    public void Lists_and_queries_are_stacked_and_joined()
    {
        List<Tensor<float>> rows = [Tensor.From([1f, 2f]), Tensor.From([3f, 4f])];
        Assert.Equal([1, 2, 3, 4], Tensor.Stack(rows).ToArray());
        Assert.Equal([2, 4, 6, 8], Tensor.Cat(rows.Select(row => row * 2), dim: 0).ToArray());
        Assert.Equal([1, 3, 2, 4], Tensor.Stack(rows.ToArray(), dim: 1).ToArray());
    }

    [Fact]
    public void Chunks_are_taken_apart_into_variables()
    {
        var (a, b) = Tensor.From([1f, 2f, 3f, 4f]).Chunk(2);
        var (q, k, v) = Tensor.From([1f, 2f, 3f]).Split(1);
        var (i, f, g, o) = Tensor.From([1f, 2f, 3f, 4f]).Unbind(0);
        Assert.Equal([1, 2], a.ToArray());
        Assert.Equal([3, 4], b.ToArray());
        Assert.Equal((1, 2, 3), (q.Item(), k.Item(), v.Item()));
        Assert.Equal((1, 2, 3, 4), (i.Item(), f.Item(), g.Item(), o.Item()));
    }

    [Fact]
    public void Another_number_of_parts_is_an_error_that_tells_it()
    {
        var many = Assert.Throws<ShapeException>(() => { var (_, _) = Tensor.From([1f, 2f, 3f]).Split(1); });
        Assert.StartsWith("too many values to unpack (expected 2): the list has 3 tensors.", many.Message, StringComparison.Ordinal);
        var few = Assert.Throws<ShapeException>(() => { var (_, _, _) = Tensor.From([1f, 2f]).Split(1); });
        Assert.StartsWith("not enough values to unpack (expected 3, got 2).", few.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_have_their_other_names()
    {
        var x = Tensor.Zeros(2, 3, 4);
        Assert.Equal(4, x.Size(-1));
        Assert.Equal(x.Shape, x.Size());
        Assert.Equal((3, 24L), (x.Dim(), x.Numel()));
        Assert.Equal([2, 12], x.Reshape([.. x.Shape[..1], -1]).Shape.ToArray());
        Assert.Equal([3, 4], x.Shape[1..].ToArray());
    }

    [Fact]
    public void A_list_of_numbers_becomes_a_tensor()
    {
        List<float> values = [1, 2, 3];
        Assert.Equal([1, 2, 3], Tensor.From(values).ToArray());
        Assert.Equal([2, 4, 6], Tensor.From(values.Select(value => value * 2)).ToArray());
    }
}
