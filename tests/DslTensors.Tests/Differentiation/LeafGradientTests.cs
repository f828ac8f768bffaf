namespace DslTensors.Tests.Differentiation;

/// <summary>What leaves receive is theirs: writing to one gradient never changes another, or a value.</summary>
public partial class LeafGradientTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Summands_receive_gradients_of_their_own(bool createGraph)
    {
        var (x, y) = (Leaf(1, 2), Leaf(3, 4));
        (x + y).Sum().Backward(createGraph: createGraph);
        Write(x.Grad!);
        Assert.Equal([1, 1], y.Grad!.ToArray());
    }

    [Fact]
    public void The_gradient_that_the_user_brought_stays_as_it_is()
    {
        var (x, y) = (Leaf(1, 2), Leaf(3, 4));
        var gradient = Tensor.From([5.0, 6]);
        (x + y).Backward(gradient);
        Write(x.Grad!);
        Assert.Equal([5, 6], gradient.ToArray());
        Assert.Equal([5, 6], y.Grad!.ToArray());
        (x + x).Backward(gradient);
        Assert.Equal([5, 6], gradient.ToArray());
    }

    [Fact]
    public void A_gradient_that_is_a_saved_value_is_copied()
    {
        var (x, w) = (Leaf(2), Tensor.From([7.0]));
        (x * w).Sum().Backward();
        Write(x.Grad!);
        Assert.Equal([7], w.ToArray());
    }

    [Fact]
    public void A_gradient_that_passes_several_inputs_of_one_step_is_not_shared()
    {
        var (x, z) = (Leaf(1, 2), Leaf(3, 4));
        (Tensor.PlusProductPlus(x, Tensor.From([5.0, 6]), Tensor.From([7.0, 8]), z) * 1).Sum().Backward();
        Write(x.Grad!);
        Assert.Equal([1, 1], z.Grad!.ToArray());
    }

    [Fact]
    public void An_input_used_twice_does_not_change_the_gradient_that_a_later_one_reads()
    {
        var (x, y, z) = (Leaf(2, 3), Leaf(5, 6), Leaf(0, 0));

        // The product makes a gradient that only the engine knows; the sum's own is a view.
        (Tensor.PlusProductPlus(x, x, y, z) * 1).Sum().Backward();
        Assert.Equal([1 + 5, 1 + 6], x.Grad!.ToArray());
        Assert.Equal([2, 3], y.Grad!.ToArray());
        Assert.Equal([1, 1], z.Grad!.ToArray());
    }

    [Fact]
    public void A_leaf_seen_through_views_collects_in_its_own_form()
    {
        var x = Leaf(1, 2, 3, 4, 5, 6);
        var matrix = x.Reshape(2, 3);
        (matrix.Transpose(0, 1) * Tensor.From([1.0, 2])).Sum().Backward();
        Assert.Equal([1, 1, 1, 2, 2, 2], x.Grad!.ToArray());
        Assert.True(x.Grad.IsContiguous);
    }

    [Fact]
    public void An_expanded_gradient_becomes_whole_memory()
    {
        var x = Leaf(1, 2);
        x.Sum().Backward();
        Write(x.Grad!);
        Assert.Equal([100, 1], x.Grad!.ToArray());
    }

    [Fact]
    public void The_gradient_of_a_leaf_alone_is_added_in_place()
    {
        var x = Leaf(1, 2);
        (x * 2).Sum().Backward();
        var first = x.Grad!;
        (x * 3).Sum().Backward();
        Assert.Same(first, x.Grad);
        Assert.Equal([5, 5], first.ToArray());
    }

    private static void Write(Tensor<double> gradient)
    {
        using (Autograd.NoGrad())
            gradient[0] = Tensor.From(100.0);
    }

    private static Tensor<double> Leaf(params double[] values)
    {
        var leaf = Tensor.From(values);
        leaf.RequiresGrad = true;
        return leaf;
    }
}

/// <summary>Elementwise functions of the tests.</summary>
internal static partial class TestFunctions
{
    /// <summary>x + a * b + z: two inputs whose gradient is the result's own.</summary>
    [Elementwise]
    private static float PlusProductPlus(float x, float a, float b, float z) => x + (a * b) + z;
}
