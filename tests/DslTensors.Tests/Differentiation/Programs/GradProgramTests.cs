using static DslTensors.Tests.Differentiation.Programs.TorchProgram;

namespace DslTensors.Tests.Differentiation.Programs;

/// <summary>Gradients handed out, several roots, and gradients of some tensors only.</summary>
public class GradProgramTests
{
    [Fact]
    public void Grad_of_several() => Answers(() =>
    {
        var x = X();
        var y = x * 2;
        return (object?[])[.. Autograd.Grad([y.Sum(), (y * y).Sum()], [y, x]), x.Grad];
    });

    [Fact]
    public void Grad_with_some_grad_outputs() => Answers(() =>
    {
        var x = X();
        return Autograd.Grad([x * 2, (x * 3).Sum()], [x], gradOutputs: [Numbers(5), null]);
    });

    [Fact]
    public void Grad_of_unused() => Answers(() =>
    {
        var (x, y) = (X(), X());
        return Autograd.Grad((x * 2).Sum(), [x, y]);
    });

    [Fact]
    public void Grad_of_unused_allowed() => Answers(() =>
    {
        var (x, y) = (X(), X());
        return Autograd.Grad((x * 2).Sum(), [x, y], allowUnused: true);
    });

    [Fact]
    public void Grad_of_no_leaf_passes_hooks_by() => Answers(() =>
    {
        var x = X();
        var z = x * 2;
        z.RegisterHook(g => g * 10);
        return Autograd.Grad((z * 2).Sum(), [z, x]);
    });

    [Fact]
    public void Grad_of_a_leaf_passes_hooks_by() => Answers(() =>
    {
        var x = X();
        x.RegisterHook(g => g * 10);
        return Autograd.Grad((x * 2).Sum(), [x]);
    });

    [Fact]
    public void Grad_by_what_requires_none() => Answers(() => Autograd.Grad((X() * 2).Sum(), Tensor.Ones<double>(3)));

    [Fact]
    public void Grad_of_non_scalar() => Answers(() =>
    {
        var x = X();
        return Autograd.Grad(x * 2, x);
    });

    [Fact]
    public void Backward_of_several() => Answers(() =>
    {
        var (x, y) = (X(), X());
        Autograd.Backward([(x * 2).Sum(), (x * y).Sum()]);
        return new[] { x.Grad, y.Grad };
    });

    [Fact]
    public void Backward_of_a_result_and_what_it_was_made_from() => Answers(() =>
    {
        var x = X();
        var y = x * x;
        var z = y * y;
        Autograd.Backward([z.Sum(), y.Sum(), y.Sum()]);
        return x.Grad;
    });

    [Fact]
    public void Backward_to_some_inputs() => Answers(() =>
    {
        var (x, y) = (X(), X());
        var z = x * y;
        (z * z).Sum().Backward(inputs: [x]);
        return new[] { x.Grad, y.Grad };
    });

    [Fact]
    public void Backward_to_a_result() => Answers(() =>
    {
        var x = X();
        var z = x * 2;
        (z * 2).Sum().Backward(inputs: [z]);
        return new[] { z.Grad, x.Grad };
    });

    [Fact]
    public void Backward_to_no_inputs() => Answers(() =>
    {
        (X() * 2).Sum().Backward(inputs: []);
        return null;
    });

    [Fact]
    public void Third_derivative() => Answers(() =>
    {
        var x = Tensor.Full<double>([3], 2);
        x.RequiresGrad = true;
        var y = x.Pow(4).Sum();
        for (var i = 0; i < 3; i++)
            y = Autograd.Grad(y.Sum(), x, createGraph: true);
        return y;
    });

    [Fact]
    public void Micro_batches_add_up() => Answers(() =>
    {
        var w = X(3);
        for (var i = 0; i < 4; i++)
            (w * (i + 1)).Pow(2).Sum().Backward();
        return w.Grad;
    });

    [Fact]
    public void Only_what_leads_to_the_inputs_runs()
    {
        var (x, y, runs) = (X(), X(), new List<string>());
        var left = Counting.Apply(x, "left", runs);
        var right = Counting.Apply(y, "right", runs);
        var both = Counting.Apply(left * right, "both", runs);
        var g = Autograd.Grad(both.Sum(), left, retainGraph: true);
        Assert.Equal([1, 1, 1, 1, 1], g.ToArray());
        Assert.Equal(["both"], runs);
        runs.Clear();
        Autograd.Grad(both.Sum(), [x], retainGraph: true);
        Assert.Equal(["both", "left"], runs);
        Assert.Null(x.Grad);
        both.Sum().Backward();
        Assert.Equal([1, 1, 1, 1, 1], y.Grad!.ToArray());
    }

    [Fact]
    public void A_gradient_that_was_handed_out_is_not_written_to()
    {
        var x = X(2);
        var z = x * 2;
        var g = Autograd.Grad([z.Sum()], [z, x]);
        x.Grad = g[1];
        (x * 3).Sum().Backward();
        Assert.Equal([1, 1], g[0].ToArray());
    }

    [Fact]
    public void Gradients_by_the_parameters_of_a_model()
    {
        Tensor[] parameters = [X(2), Tensor.Ones(2)];
        parameters[1].RequiresGrad = true;
        var loss = (parameters[0].As<double>() * 2).Sum() + (parameters[1].As<float>() * 3).Sum().To<double>();
        var gradients = Autograd.Grad([loss], parameters);
        Assert.Equal([2, 2], gradients[0]!.As<double>().ToArray());
        Assert.Equal([3, 3], gradients[1]!.As<float>().ToArray());
    }
}
