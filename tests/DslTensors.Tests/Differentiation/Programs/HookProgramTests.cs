using static DslTensors.Tests.Differentiation.Programs.TorchProgram;

namespace DslTensors.Tests.Differentiation.Programs;

/// <summary>Hooks on tensors and gradients of results.</summary>
public class HookProgramTests
{
    [Fact]
    public void Hook_replaces_the_gradient() => Answers(() =>
    {
        var x = X();
        x.RegisterHook(g => g * 10);
        x.RegisterHook(g => g + 1);
        (x * 2).Sum().Backward();
        return x.Grad;
    });

    [Fact]
    public void Hook_removed() => Answers(() =>
    {
        var x = X();
        var handle = x.RegisterHook(g => g * 10);
        x.RegisterHook(g => g + 1);
        handle.Remove();
        handle.Remove();
        (x * 2).Sum().Backward();
        return x.Grad;
    });

    [Fact]
    public void Hook_sees_the_sum_of_all_gradients() => Answers(() =>
    {
        var seen = new List<object>();
        var y = X() * 2;
        y.RegisterHook(g => seen.Add(g.Clone()));
        ((y * 3) + (y * 4)).Sum().Backward();
        return seen;
    });

    [Fact]
    public void Order_of_hooks() => Answers(() =>
    {
        var seen = new List<string>();
        var (p, q) = (X(), X());
        p.RegisterHook(_ => seen.Add("p"));
        q.RegisterHook(_ => seen.Add("q"));
        var y = p * q;
        var z = p * 3;
        y.RegisterHook(_ => seen.Add("y"));
        z.RegisterHook(_ => seen.Add("z"));
        (y + z).Sum().Backward();
        return seen;
    });

    [Fact]
    public void Order_of_hooks_in_two_branches() => Answers(() =>
    {
        var seen = new List<string>();
        var x = X();
        var a = x * 2;
        var b = a * 3;
        var c = x * 4;
        var d = c * 5;
        foreach (var (name, tensor) in new[] { ("a", a), ("b", b), ("c", c), ("d", d), ("x", x) })
            tensor.RegisterHook(_ => seen.Add(name));
        (d + b).Sum().Backward();
        return seen;
    });

    [Fact]
    public void Hook_stays_with_the_value_before_a_write() => Answers(() =>
    {
        var seen = new List<object?>();
        var x = X();
        var y = x * 2;
        y.RegisterHook(g => seen.Add(g.Clone()));
        y.MulInPlace(3);
        y.Sum().Backward();
        return seen.Append(x.Grad);
    });

    [Fact]
    public void Hook_of_no_graph() => Answers(() => Tensor.Ones<double>(3).RegisterHook(g => g));

    [Fact]
    public void Hook_changes_the_shape() => Answers(() =>
    {
        var x = X();
        x.RegisterHook(g => g[0..2]);
        (x * 2).Sum().Backward();
        return null;
    });

    [Fact]
    public void Retained() => Answers(() =>
    {
        var x = X();
        var y = x * 2;
        y.RetainGrad();
        y.RetainGrad();
        var loss = (y * y).Sum();
        loss.Backward(retainGraph: true);
        loss.Backward();
        return new object?[] { y.RetainsGrad, x.RetainsGrad, y.Grad, x.Grad };
    });

    [Fact]
    public void Retained_before_a_hook() => Answers(() =>
    {
        var x = X();
        var y = x * 2;
        y.RetainGrad();
        y.RegisterHook(g => g * 10);
        y.Sum().Backward();
        return new[] { y.Grad, x.Grad };
    });

    [Fact]
    public void Retained_after_a_hook() => Answers(() =>
    {
        var x = X();
        var y = x * 2;
        y.RegisterHook(g => g * 10);
        y.RetainGrad();
        y.Sum().Backward();
        return new[] { y.Grad, x.Grad };
    });

    [Fact]
    public void Retained_follows_a_write() => Answers(() =>
    {
        var x = X();
        var y = x * 2;
        y.RetainGrad();
        y.MulInPlace(3);
        y.Sum().Backward();
        return new[] { y.Grad, x.Grad };
    });

    [Fact]
    public void Retained_of_a_view_follows_a_write_to_its_base() => Answers(() =>
    {
        var x = X();
        var y = x * 2;
        var v = y[0..2];
        v.RetainGrad();
        y.MulInPlace(3);
        (v * 1).Sum().Backward();
        return new[] { v.Grad, x.Grad };
    });

    [Fact]
    public void Retained_of_no_graph() => Answers(() =>
    {
        Tensor.Ones<double>(3).RetainGrad();
        return null;
    });

    [Fact]
    public void No_gradient_of_a_result() => Answers(() =>
    {
        var y = X() * 2;
        y.Sum().Backward();
        return y.Grad;
    });

    [Fact]
    public void A_hook_after_accumulation_sees_the_leaf_with_its_gradient()
    {
        var (x, seen) = (X(2), new List<double[]>());
        using (x.RegisterPostAccumulateGradHook(leaf => seen.Add(leaf.Grad!.ToArray())))
        {
            (x * 2).Sum().Backward();
            (x * 3).Sum().Backward();
        }

        (x * 4).Sum().Backward();
        Assert.Equal([[2, 2], [5, 5]], seen);
        Assert.StartsWith(
            "post accumulate grad hooks cannot be registered on non-leaf tensors", Assert.Throws<AutogradException>(() => (x * 2).RegisterPostAccumulateGradHook(_ => { })).Message);
    }

    [Fact]
    public void A_gradient_that_a_hook_keeps_is_not_written_to_later()
    {
        var x = X(2);
        var y = x * 2;
        Tensor<double>? kept = null;
        y.RegisterHook(g => { kept = g; });
        (y + (x * 5)).Sum().Backward();
        (x * 3).Sum().Backward();
        Assert.Equal([1, 1], kept!.ToArray());
    }

    [Fact]
    public void A_hook_on_a_tensor_of_unknown_type()
    {
        Tensor x = X(2);
        x.RegisterHook(g => g.As<double>() * 10);
        (x.As<double>() * 2).Sum().Backward();
        Assert.Equal([20, 20], x.Grad!.As<double>().ToArray());
    }
}
