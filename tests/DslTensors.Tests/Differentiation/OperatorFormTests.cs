namespace DslTensors.Tests.Differentiation;

/// <summary>The less usual forms that an operator may be declared in.</summary>
public class OperatorFormTests
{
    [Fact]
    public void Gradients_of_several_results_arrive_together()
    {
        var (x, y) = (Leaf(1, 2), Leaf(3, 5));
        var (sum, difference) = Tensor.SumAndDifference(x, y);
        ((sum * 2) + (difference * difference)).Sum().Backward();

        Assert.Equal([2 + (2 * -2), 2 + (2 * -3)], x.Grad!.ToArray());
        Assert.Equal([2 - (2 * -2), 2 - (2 * -3)], y.Grad!.ToArray());
    }

    [Fact]
    public void A_result_that_nothing_uses_counts_as_zeros()
    {
        var (x, y) = (Leaf(1, 2), Leaf(3, 5));
        Tensor.SumAndDifference(x, y).Difference.Sum().Backward();
        Assert.Equal([1, 1], x.Grad!.ToArray());
        Assert.Equal([-1, -1], y.Grad!.ToArray());

        (x.Grad, y.Grad) = (null, null);
        Tensor.SumAndDifference(x, y).Sum.Sum().Backward();
        Assert.Equal([1, 1], y.Grad!.ToArray());
    }

    [Fact]
    public void Each_of_several_results_has_its_own_gradient_and_hooks()
    {
        var (x, y) = (Leaf(1, 2), Leaf(3, 5));
        var (sum, difference) = Tensor.SumAndDifference(x, y);
        var seen = new List<double>();
        sum.RegisterHook(g => seen.Add(g.Sum().Item()));
        difference.RegisterHook(g => seen.Add(-g.Sum().Item()));
        difference.RetainGrad();
        (difference * 3).Sum().Backward(retainGraph: true);
        Assert.Equal([-6], seen);
        Assert.Equal([3, 3], difference.Grad!.ToArray());
        var gradients = Autograd.Grad(((sum * 2) + (difference * difference)).Sum(), [sum, difference, x]);
        Assert.Equal([2, 2], gradients[0].ToArray());
        Assert.Equal([-4, -6], gradients[1].ToArray());
        Assert.Equal([-2, -4], gradients[2].ToArray());
    }

    [Fact]
    public void Several_results_have_second_derivatives()
    {
        var (x, y) = (Leaf(1, 2), Leaf(3, 5));
        var (sum, difference) = Tensor.SumAndDifference(x, y);
        (sum * difference * difference).Sum().Backward(createGraph: true);
        var first = x.Grad!;
        x.Grad = null;
        first.Sum().Backward();

        // (x + y)(x - y)² has the second derivative 6x - 2y by x.
        Assert.Equal([(6 * 1) - (2 * 3), (6 * 2) - (2 * 5)], x.Grad!.ToArray());
    }

    [Fact]
    public void A_composition_may_have_a_gradient_of_its_own()
    {
        var x = Leaf(0.4, 1.6);
        var rounded = x.RoundStraightThrough();
        Assert.Equal([0, 2], rounded.ToArray());
        Assert.Equal("<RoundStraightThroughBackward0>", rounded.GradFn!.ToString());
        (rounded * rounded).Sum().Backward();
        Assert.Equal([0, 4], x.Grad!.ToArray());
    }

    [Fact]
    public void An_input_that_comes_back_keeps_its_own_history()
    {
        var x = Leaf(1, 2);
        var reversed = x.GradientReversal();
        Assert.True(x.IsLeaf);
        Assert.NotSame(x, reversed);
        (reversed + x).Backward(Tensor.From<double>([3, 4]));
        Assert.Equal([0, 0], x.Grad!.ToArray());
    }

    [Fact]
    public void Several_results_may_be_composed()
    {
        var x = Leaf(3, 1, 2);
        var (least, greatest) = x.Extremes();
        Assert.Equal((1, 3), (least.Item(), greatest.Item()));
        (greatest - least).Backward();
        Assert.Equal([1, -1, 0], x.Grad!.ToArray());
    }

    [Fact]
    public void A_list_may_be_kept_for_backward()
    {
        Tensor<double>[] tensors = [Leaf(1, 2), Leaf(3, 4), Leaf(5, 6)];
        Tensor.ProductOfList<double>(tensors).Sum().Backward();
        Assert.Equal([15, 24], tensors[0].Grad!.ToArray());
        Assert.Equal([3, 8], tensors[2].Grad!.ToArray());
        Assert.Equal([8L], Tensor.ProductOfList<long>([Tensor.From([2L]), Tensor.From([4L])]).ToArray());

        var product = Tensor.ProductOfList<double>([.. tensors.Select(tensor => tensor.Clone())]);
        product.Sum().Backward();
        Assert.StartsWith("Trying to backward through the graph a second time", Assert.Throws<AutogradException>(() => product.Sum().Backward()).Message);
    }

    [Fact]
    public void A_rest_of_other_sizes_is_refused_by_name() =>
        Assert.Contains("s... = [2]", Assert.Throws<ShapeException>(() => Tensor.SumAndDifference(Leaf(1, 2), Leaf(1, 2, 3))).Message);

    private static Tensor<double> Leaf(params double[] values)
    {
        var leaf = Tensor.From(values);
        leaf.RequiresGrad = true;
        return leaf;
    }
}
