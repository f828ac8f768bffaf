namespace DslTensors.Tests.Differentiation;

/// <summary>A step may compute in the memory of the gradient that it got; nobody who can see that gradient notices.</summary>
public class GradientMemoryTests
{
    [Fact]
    public void Retained_gradients_keep_their_values()
    {
        var x = Leaf();
        var a = x * 3;
        var b = a.Exp();
        var c = b.Tanh();
        foreach (var between in new[] { a, b, c })
            between.RetainGrad();
        c.Neg().Sum().Backward();
        var (values, exp) = (x.ToArray(), b.ToArray());
        for (var i = 0; i < values.Length; i++)
        {
            var slope = -(1 - Math.Pow(Math.Tanh(exp[i]), 2));
            Assert.Equal(-1, c.Grad!.ToArray()[i]);
            Assert.Equal(slope, b.Grad!.ToArray()[i], 1e-12);
            Assert.Equal(slope * exp[i], a.Grad!.ToArray()[i], 1e-12);
            Assert.Equal(3 * slope * exp[i], x.Grad!.ToArray()[i], 1e-12);
        }
    }

    [Fact]
    public void A_hook_may_keep_what_it_sees()
    {
        var x = Leaf();
        var y = x.Exp();
        Tensor<double>? seen = null;
        y.RegisterHook((Tensor<double> gradient) => seen = gradient);
        (y * 2).Sum().Backward();
        Assert.Equal([2, 2, 2], seen!.ToArray());
    }

    [Fact]
    public void A_gradient_that_goes_two_ways_is_left_alone()
    {
        var (x, y) = (Leaf(), Leaf());
        var sum = x.Exp() + y.Neg();
        (sum * 2).Sum().Backward();
        Assert.Equal([-2, -2, -2], y.Grad!.ToArray());
        Assert.Equal(x.Exp().ToArray().Select(value => 2 * value), x.Grad!.ToArray());
    }

    [Fact]
    public void The_users_gradient_is_left_alone()
    {
        var (x, given) = (Leaf(), Tensor.From([1.0, 2, 3]));
        x.Exp().Backward(given);
        Assert.Equal([1, 2, 3], given.ToArray());
    }

    [Fact]
    public void A_graph_that_is_kept_gives_the_same_again()
    {
        var x = Leaf();
        var y = x.Tanh().Exp().Sum();
        y.Backward(retainGraph: true);
        var first = x.Grad!.ToArray();
        x.Grad = null;
        y.Backward();
        Assert.Equal(first, x.Grad!.ToArray());
    }

    private static Tensor<double> Leaf()
    {
        var x = Tensor.From([0.5, -1, 0.25]);
        x.RequiresGrad = true;
        return x;
    }
}
