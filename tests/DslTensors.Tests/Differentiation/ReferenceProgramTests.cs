namespace DslTensors.Tests.Differentiation;

/// <summary>Small programs, and PyTorch's answer to each.</summary>
public class ReferenceProgramTests
{
    private const string Modified = "one of the variables needed for gradient computation has been modified by an inplace operation: ";

    [Fact]
    public void Square_and_cube() => Assert.Equal([5, 5, 5, 5, 5], Gradient(x => ((x * x) + (x * x * x)).Sum()));

    [Fact]
    public void Detached_cube() => Assert.Equal([2, 2, 2, 2, 2], Gradient(x =>
    {
        var z = x.Detach();
        return ((x * x) + (z * z * z)).Sum();
    }));

    [Fact]
    public void Detached_has_no_graph() => Fails("element 0 of tensors does not require grad and does not have a grad_fn", x => (x.Detach() * 2).Sum().Backward());

    [Fact]
    public void Write_through_detach_of_saved_result() => Fails(
        Modified + "[DoubleTensor [5]], which is output 0 of ExpBackward0, is at version 1; expected version 0 instead.",
        x =>
        {
            var s = x.Exp();
            s.Detach().MulInPlace(0);
            s.Sum().Backward();
        });

    [Fact]
    public void Write_through_detach_of_saved_leaf() => Fails(
        Modified + "[DoubleTensor [5]] is at version 1; expected version 0 instead.",
        x =>
        {
            var z = x * x;
            x.Detach()[0] = Tensor.From(7.0);
            z.Sum().Backward();
        });

    [Fact]
    public void Write_through_detach_of_unsaved() => Assert.Equal([1, 1, 1, 1, 1], Gradient(x =>
    {
        var s = x + 1;
        s.Detach().MulInPlace(0);
        return s.Sum();
    }));

    [Fact]
    public void Detach_shares_version()
    {
        var x = X();
        var y = x.Detach();
        y[0] = Tensor.From(7.0);
        Assert.Equal((1, 1, 7.0, true), (x.Version, y.Version, x[0].Item(), y.IsLeaf));
        Assert.Null(y.GradFn);
    }

    [Fact]
    public void Leaf_in_place() => Fails("a leaf Variable that requires grad is being used in an in-place operation.", x => x.AddInPlace(1));

    [Fact]
    public void Leaf_in_place_without_grad()
    {
        var x = X();
        using (Autograd.NoGrad())
            x.AddInPlace(1);
        Assert.Equal(1, x.Version);
        Assert.True(x.IsLeaf);
        Assert.Equal([2, 2, 2, 2, 2], x.ToArray());
    }

    [Fact]
    public void View_of_leaf_in_place() => Fails("a view of a leaf Variable that requires grad is being used in an in-place operation.", x => x[1..3].MulInPlace(2));

    [Fact]
    public void Non_scalar() => Fails("grad can be implicitly created only for scalar outputs", x => (x * 2).Backward());

    [Fact]
    public void One_by_one()
    {
        var x = Tensor.Ones<double>(1, 1);
        x.RequiresGrad = true;
        (x * 2).Backward();
        Assert.Equal(new Shape([1, 1]).ToArray(), x.Grad!.Shape.ToArray());
        Assert.Equal([2], x.Grad.ToArray());
    }

    [Fact]
    public void Twice_saving_nothing() => Assert.Equal([2, 2, 2, 2, 2], Gradient(x =>
    {
        var y = (x + 1).Sum();
        y.Backward();
        return y;
    }));

    [Fact]
    public void Requires_grad_of_non_leaf() => Fails(
        "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that doesn't require differentiation use var_no_grad = var.Detach().",
        x => (x * 2).RequiresGrad = false);

    [Fact]
    public void Requires_grad_of_integers()
    {
        var error = Assert.Throws<AutogradException>(() => Tensor.From([1L]).RequiresGrad = true);
        Assert.StartsWith("only Tensors of floating point and complex dtype can require gradients", error.Message);
    }

    [Fact]
    public void Destination_with_grad() => Fails(
        "exp(): functions with out=... arguments don't support automatic differentiation, but one of the arguments requires grad.",
        x => Tensor.Exp(x, destination: Tensor.Zeros<double>(5)));

    [Fact]
    public void Second_derivative()
    {
        var x = X();
        (x * x * x).Sum().Backward(createGraph: true);
        var first = x.Grad!;
        x.Grad = null;
        first.Sum().Backward();
        Assert.Equal([6, 6, 6, 6, 6], x.Grad!.ToArray());
    }

    [Fact]
    public void Expanded_in_place()
    {
        var error = Assert.Throws<TensorException>(() => Tensor.Ones<double>(5).Expand(3, 5).AddInPlace(1));
        Assert.StartsWith("unsupported operation: more than one element of the written-to tensor refers to a single memory location.", error.Message);
    }

    [Fact]
    public void An_in_place_result_has_the_gradient_of_the_whole_chain() => Assert.Equal([6, 6, 6, 6, 6], Gradient(x =>
    {
        var y = x * 2;
        y.MulInPlace(3);
        return y.Sum();
    }));

    [Fact]
    public void A_constant_that_takes_a_product_in_place_joins_the_graph() => Assert.Equal([4, 4, 4, 4, 4], Gradient(x =>
    {
        var y = Tensor.Full<double>([5], 4);
        y.MulInPlace(x);
        Assert.True(y.RequiresGrad);
        return y.Sum();
    }));

    [Fact]
    public void Data_replaced() => Assert.Equal([16, 16, 16, 16, 16], Gradient(x =>
    {
        var z = x.Pow(2);
        x.Data = Tensor.Full<double>([5], 2);
        return (z + x.Pow(3)).Sum();
    }));

    [Fact]
    public void Write_through_data_goes_unseen() => Assert.Equal([0, 0, 0, 0, 0], Gradient(x =>
    {
        var s = x.Exp();
        s.Data.ZeroInPlace();
        return s.Sum();
    }));

    [Fact]
    public void View_in_place() => Assert.Equal([2, 6, 6, 2, 2], Gradient(x =>
    {
        var y = x * 2;
        y[1..3].MulInPlace(3);
        return y.Sum();
    }));

    [Fact]
    public void Twice() => Fails(
        "Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). Saved intermediate values of the graph are freed when you call",
        x =>
        {
            var y = (x * x).Sum();
            y.Backward();
            y.Backward();
        });

    [Fact]
    public void Inference_tensor_saved() => Fails(
        "Inference tensors cannot be saved for backward. To work around you can make a clone to get a normal tensor and use it in autograd.",
        x =>
        {
            Tensor<double> y;
            using (Autograd.InferenceMode())
                y = Tensor.Ones<double>(5);
            (x * y).Sum().Backward();
        });

    [Fact]
    public void Inference_tensor_changed_outside() => Fails(
        "Inplace update to inference tensor outside InferenceMode is not allowed.You can make a clone to get a normal tensor before doing inplace update." +
        "See https://github.com/pytorch/rfcs/pull/17 for more details.",
        _ =>
        {
            Tensor<double> y;
            using (Autograd.InferenceMode())
                y = Tensor.Ones<double>(5);
            y.AddInPlace(1);
        });

    [Fact]
    public void Second_derivative_by_grad()
    {
        var x = X();
        Autograd.Grad(x.Pow(3).Sum(), x, createGraph: true).Sum().Backward();
        Assert.Equal([6, 6, 6, 6, 6], x.Grad!.ToArray());
    }

    [Fact]
    public void Unused_input() => Fails(
        "One of the differentiated Tensors appears to not have been used in the graph.", x => Autograd.Grad((x * 2).Sum(), [x, X()]));

    [Fact]
    public void Norm_zero_has_no_gradient()
    {
        var x = X();
        x.Norm(0).Backward();
        Assert.Null(x.Grad);
    }

    [Fact]
    public void Sign_gradient() => Assert.Equal([0, 0, 0, 0, 0], Gradient(x => x.Sign().Sum()));

    [Fact]
    public void Data_of_integer_type()
    {
        Tensor x = Tensor.Ones(3);
        x.RequiresGrad = true;
        var error = Assert.Throws<AutogradException>(() => x.Data = Tensor.Ones<long>(3));
        Assert.StartsWith("data set to a tensor that requires gradients must be floating point or complex dtype", error.Message);
    }

    private static Tensor<double> X()
    {
        var x = Tensor.Ones<double>(5);
        x.RequiresGrad = true;
        return x;
    }

    private static double[] Gradient(Func<Tensor<double>, Tensor<double>> program)
    {
        var x = X();
        program(x).Backward();
        return x.Grad!.ToArray();
    }

    private static void Fails(string message, Action<Tensor<double>> program) =>
        Assert.StartsWith(message, Assert.Throws<AutogradException>(() => program(X())).Message);
}
