namespace DslTensors.Tests.Differentiation;

/// <summary>The walk over the graph: depth, sharing, what runs and how often.</summary>
public class EngineTests
{
    private static readonly int s_chain = Nightly.IsOn ? 1_000_000 : 200_000;

    [Fact]
    public void A_long_chain_needs_no_stack()
    {
        var x = Leaf(1, 2);
        var y = x * 1;
        for (var i = 0; i < s_chain; i++)
            y = y.Neg();
        y.Sum().Backward();
        Assert.Equal([1, 1], x.Grad!.ToArray());
    }

    [Fact]
    public void A_node_with_very_many_inputs_runs_each_in_turn()
    {
        var x = Leaf(1, 2);
        var parts = new Tensor<double>[20_000];

        // Recorded in one order, joined in another, so that the walk can't just go along.
        for (var i = 0; i < parts.Length; i++)
            parts[(int)((i * 7_919L) % parts.Length)] = x.Neg();
        Tensor.Cat(parts).Sum().Backward();
        Assert.Equal([-parts.Length, -parts.Length], x.Grad!.ToArray());
    }

    [Fact]
    public void A_diamond_runs_each_node_once()
    {
        var x = Leaf(2);
        var counts = new List<string>();
        var shared = Counting.Apply(x, "shared", counts);
        var (left, right) = (Counting.Apply(shared, "left", counts), Counting.Apply(shared, "right", counts));
        ((left * 3) + (right * 5)).Backward();
        Assert.Equal([8], x.Grad!.ToArray());
        Assert.Equal(["left", "right", "shared"], counts.Order());
        Assert.Equal("shared", counts[^1]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Two_to_the_sixtieth_paths_are_walked_at_once()
    {
        await Task.Yield();
        var x = Leaf(1);
        var y = x * 1;
        for (var i = 0; i < 60; i++)
            y = y + y;
        y.Backward();
        Assert.Equal([Math.Pow(2, 60)], x.Grad!.ToArray());
    }

    [Fact]
    public void A_gradient_loses_the_dimensions_that_broadcasting_added()
    {
        var (row, column, scalar) = (Leaf(1, 2, 3), Leaf(1, 2), Leaf(2));
        var matrix = column.Reshape(2, 1);
        (Tensor.From([1.0, 2, 3, 4, 5, 6], 2, 3) * (row + matrix) * scalar).Sum().Backward();
        Assert.Equal([10, 14, 18], row.Grad!.ToArray());
        Assert.Equal([12, 30], column.Grad!.ToArray());
        Assert.Equal([1], scalar.Grad!.Shape.ToArray());
        Assert.Equal([(2 * 1) + (3 * 2) + (4 * 3) + (3 * 4) + (4 * 5) + (5 * 6)], scalar.Grad!.ToArray());
    }

    [Fact]
    public void Gradients_add_up_over_calls_until_set_to_null()
    {
        var x = Leaf(1, 2);
        (x * x).Sum().Backward();
        (x * 3).Sum().Backward();
        Assert.Equal([5, 7], x.Grad!.ToArray());
        x.Grad = null;
        (x * 3).Sum().Backward();
        Assert.Equal([3, 3], x.Grad!.ToArray());
    }

    [Fact]
    public void A_second_backward_needs_the_graph_to_be_kept()
    {
        var x = Leaf(1, 2);
        var kept = (x * x).Sum();
        kept.Backward(retainGraph: true);
        kept.Backward();
        Assert.Equal([4, 8], x.Grad!.ToArray());
        var error = Assert.Throws<AutogradException>(() => kept.Backward());
        Assert.StartsWith("Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed).", error.Message);
        Assert.Equal([4, 8], x.Grad!.ToArray());
    }

    [Fact]
    public void An_error_in_the_walk_leaves_the_graph_usable()
    {
        var x = Leaf(1, 2);
        var y = x * x;
        var failing = Counting.Apply(y, "fail", []).Sum();
        Assert.Throws<InvalidOperationException>(() => failing.Backward(retainGraph: true));
        y.Sum().Backward();
        Assert.Equal([2, 4], x.Grad!.ToArray());
    }

    [Fact]
    public void Frozen_inputs_get_no_work()
    {
        var (x, frozen) = (Leaf(1, 2), Tensor.From([3.0, 4]));
        var counts = new List<string>();
        var idle = Counting.Apply(frozen, "frozen", counts);
        Assert.Null(idle.GradFn);
        var product = x * idle;
        Assert.Null(product.GradFn!.Edge(1));
        product.Sum().Backward();
        Assert.Empty(counts);
        Assert.Null(frozen.Grad);
        Assert.Equal([3, 4], x.Grad!.ToArray());
    }

    [Fact]
    public void Nothing_is_recorded_without_gradients()
    {
        var x = Leaf(1, 2);
        using (Autograd.NoGrad())
        {
            Assert.Null((x * x).GradFn);
            using (Autograd.EnableGrad())
                Assert.NotNull((x * x).GradFn);
            Assert.False((x * x).RequiresGrad);
        }

        Assert.True((x * x).RequiresGrad);
    }

    [Fact]
    public async Task No_grad_is_local_to_its_flow()
    {
        var x = Leaf(1);
        using (Autograd.NoGrad())
        {
            Task<bool> elsewhere;
            using (ExecutionContext.SuppressFlow())
                elsewhere = Task.Run(() => (x * x).RequiresGrad);
            Assert.True(await elsewhere);
            Assert.False(await Task.Run(() => (x * x).RequiresGrad));
        }
    }

    private static Tensor<double> Leaf(params double[] values)
    {
        var leaf = Tensor.From(values);
        leaf.RequiresGrad = true;
        return leaf;
    }
}
