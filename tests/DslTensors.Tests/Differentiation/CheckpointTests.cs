namespace DslTensors.Tests.Differentiation;

/// <summary>Checkpointed parts give the same results and gradients as others, and keep nothing in between.</summary>
public class CheckpointTests
{
    [Fact]
    public void The_function_runs_once_more_and_only_when_backward_asks()
    {
        var (x, runs) = (Leaf(1, 2, 3), 0);
        var y = Autograd.Checkpoint(
            t =>
            {
                runs++;
                return (t * t).Exp().Sin();
            },
            x);
        Assert.Equal(1, runs);
        y.Sum().Backward();
        Assert.Equal(2, runs);
        Assert.Equal(Gradient(x, t => (t * t).Exp().Sin()), x.Grad!.ToArray());
    }

    [Fact]
    public void Nothing_is_run_again_that_saves_nothing()
    {
        var (x, runs) = (Leaf(1, 2, 3), 0);
        Autograd.Checkpoint(
            t =>
            {
                runs++;
                return t + 1;
            },
            x).Sum().Backward();
        Assert.Equal(1, runs);
    }

    [Fact]
    public void Values_inside_are_not_kept()
    {
        var x = Tensor.Ones<double>(1000);
        x.RequiresGrad = true;
        var inside = new List<WeakReference>();
        var y = Run(x, inside);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.Equal(2, inside.Count);
        Assert.All(inside, value => Assert.False(value.IsAlive));
        y.Backward();
        Assert.Equal(Gradient(x, t => t.Exp().Sin().Cos().Sum()), x.Grad!.ToArray());

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static Tensor<double> Run(Tensor<double> x, List<WeakReference> inside) => Autograd.Checkpoint(
            t =>
            {
                var (first, second) = (t.Exp(), t.Exp().Sin());
                if (inside.Count == 0)
                    inside.AddRange([new WeakReference(first.Storage), new WeakReference(second.Storage)]);
                return second.Cos().Sum();
            },
            x);
    }

    [Fact]
    public void Random_numbers_are_the_same_the_second_time_and_others_go_on()
    {
        Tensor.ManualSeed(3);
        var x = Leaf(1, 2, 3, 4);
        Tensor<double>? mask = null;
        var y = Autograd.Checkpoint(
            t =>
            {
                var drawn = Tensor.Rand<double>(4);
                mask ??= drawn;
                return t * drawn * t;
            },
            x);
        var expected = Tensor.Rand<double>(2).ToArray();
        Tensor.ManualSeed(3);
        Tensor.Rand<double>(4);
        y.Sum().Backward();
        Assert.Equal(expected, Tensor.Rand<double>(2).ToArray());
        Assert.Equal((mask! * x.Detach() * 2).ToArray(), x.Grad!.ToArray());
    }

    [Fact]
    public void Checkpoints_may_be_nested()
    {
        var (x, w) = (Leaf(0.1, 0.2), Leaf(0.3, 0.4));
        Tensor<double> Inner(Tensor<double> t) => Autograd.Checkpoint(u => (u * w).Exp() * u, t);
        var y = Autograd.Checkpoint(t => Inner(Inner(t.Sin()) * 2), x);
        y.Sum().Backward();
        var (checkpointed, byWeight) = (x.Grad!.ToArray(), w.Grad!.ToArray());
        (x.Grad, w.Grad) = (null, null);
        Tensor<double> Plain(Tensor<double> u) => (u * w).Exp() * u;
        Plain(Plain(x.Sin()) * 2).Sum().Backward();
        Assert.Equal(x.Grad!.ToArray(), checkpointed);
        Assert.Equal(w.Grad!.ToArray(), byWeight);
    }

    [Fact]
    public void Gradients_by_grad_and_of_second_order_are_right()
    {
        var (x, w) = (Leaf(0.5, 0.7), Leaf(1.5, 2));
        Tensor<double> F(Tensor<double> t) => (t * w).Exp().Sqrt() * t;
        foreach (var function in (Func<Tensor<double>, Tensor<double>>[])[F, t => Autograd.Checkpoint(F, t)])
        {
            var first = Autograd.Grad(function(x * 1).Sum(), [x, w], createGraph: true);
            var second = Autograd.Grad((first[0] * first[1]).Sum(), [x, w]);
            var expected = Autograd.Grad((Autograd.Grad(F(x).Sum(), x, createGraph: true) * Autograd.Grad(F(x).Sum(), w, createGraph: true)).Sum(), [x, w]);
            for (var i = 0; i < 2; i++)
                Assert.Equal(expected[i].ToArray(), second[i].ToArray(), (a, b) => Math.Abs(a - b) < 1e-12 * Math.Abs(a));
        }
    }

    [Fact]
    public void A_graph_that_is_kept_can_be_walked_twice()
    {
        var x = Leaf(1, 2);
        var y = Autograd.Checkpoint(t => t.Exp() * t, x).Sum();
        y.Backward(retainGraph: true);
        var once = x.Grad!.ToArray();
        y.Backward();
        Assert.Equal(once.Select(g => 2 * g), x.Grad!.ToArray());
        Assert.StartsWith("Trying to backward through the graph a second time", Assert.Throws<AutogradException>(() => y.Backward()).Message);
    }

    [Fact]
    public void A_function_that_computes_something_else_the_second_time_is_an_error()
    {
        var (x, runs) = (Leaf(1, 2), 0);
        var y = Autograd.Checkpoint(t => runs++ == 0 ? t.Exp() * t : t.Exp(), x);
        Assert.Contains("A different number of tensors was saved during the original forward and recomputation.", Assert.Throws<AutogradException>(() => y.Sum().Backward()).Message);
    }

    [Fact]
    public void An_input_written_in_between_is_an_error()
    {
        var x = Leaf(1, 2) * 1;
        var y = Autograd.Checkpoint(t => t.Exp() * t, x);
        x.AddInPlace(1);
        Assert.StartsWith("one of the variables needed for gradient computation has been modified", Assert.Throws<AutogradException>(() => y.Sum().Backward()).Message);
    }

    [Fact]
    public void Without_grad_it_is_a_call()
    {
        using (Autograd.NoGrad())
            Assert.False(Autograd.Checkpoint(t => t.Exp(), Leaf(1, 2)).RequiresGrad);
    }

    private static double[] Gradient(Tensor<double> x, Func<Tensor<double>, Tensor<double>> function)
    {
        var leaf = x.Detach();
        leaf.RequiresGrad = true;
        function(leaf).Sum().Backward();
        return leaf.Grad!.ToArray();
    }

    private static Tensor<double> Leaf(params double[] values)
    {
        var leaf = Tensor.From(values);
        leaf.RequiresGrad = true;
        return leaf;
    }
}
