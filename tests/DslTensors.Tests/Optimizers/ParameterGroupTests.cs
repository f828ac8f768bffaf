namespace DslTensors.Tests.Optimizers;

public class ParameterGroupTests
{
    [Fact]
    public void A_group_has_its_own_options_and_the_optimizers_for_the_rest()
    {
        var (body, head) = (Tensor.From([1f]), Tensor.From([1f]));
        var optimizer = new Sgd([new([body]) { Lr = 0.25, Momentum = 0 }, new([head])], lr: 0.5, momentum: 0.9);

        Assert.Equal([(0.25, 0.0), (0.5, 0.9)], optimizer.Groups.Select(group => (group.Lr, group.Momentum)));
        Assert.Equal(0.9, optimizer.Defaults.Momentum);
        Assert.Equal([body, head], optimizer.Parameters);
        for (var step = 0; step < 2; step++)
        {
            (body.Grad, head.Grad) = (Tensor.From([1f]), Tensor.From([1f]));
            optimizer.Step();
        }

        Assert.Equal(0.5f, body.Item());
        Assert.Equal(1 - 0.5 - (0.5 * 1.9), head.Item(), 1e-6);
    }

    [Fact]
    public void Options_of_a_group_change_between_steps()
    {
        var x = Tensor.From([1f]);
        var optimizer = new Adam([x], lr: 1);
        optimizer.Groups[0].Lr = 0.125;
        x.Grad = Tensor.From([3f]);
        optimizer.Step();
        Assert.Equal(0.875, x.Item(), 1e-6);
        optimizer.Lr = 0.25;
        Assert.Equal(0.25, optimizer.Groups[0].Lr);
    }

    [Fact]
    public void Layers_that_thaw_are_added_later_and_frozen_ones_stay()
    {
        var (first, second, frozen) = (Tensor.From([1f]), Tensor.From([1f]), Tensor.From([1f]));
        var optimizer = new Sgd([first, frozen], lr: 1, momentum: 0.5);
        optimizer.AddParameterGroup(new([second]) { Lr = 0.5 });
        Assert.Equal(0.5, optimizer.Groups[1].Momentum);
        (first.Grad, second.Grad) = (Tensor.From([1f]), Tensor.From([1f]));
        optimizer.Step();
        Assert.Equal([0f, 0.5f, 1f], [first.Item(), second.Item(), frozen.Item()]);
        Assert.Equal([first, frozen, second], optimizer.Parameters);
        optimizer.ZeroGrad();
        Assert.Null(second.Grad);
    }

    public static TheoryData<string, Action<Tensor<float>, Tensor<float>>> Mistakes() => new()
    {
        { "some parameters appear in more than one parameter group", (x, y) => _ = new Sgd([new([x]), new([y, x])]) },
        { "optimizer contains a parameter group with duplicate parameters", (x, y) => _ = new Sgd([new([x, x]), new([y])]) },
        { "can't optimize a non-leaf Tensor", (x, _) => new Sgd([x]).AddParameterGroup(new([x * 2])) },
        { "Invalid momentum value: -1.0", (x, _) => new SgdGroup([x]) { Momentum = -1 }.ToString() },
        { "Invalid beta parameter at index 1: 2.0", (x, _) => new AdamGroup([x]) { Betas = (0.5, 2) }.ToString() },
        { "Invalid rho value: 1.5", (x, y) => _ = new Adadelta([x], rho: 1.5) },
        { "Nesterov momentum requires a momentum and zero dampening", (x, y) => _ = new Sgd([new([x]) { Nesterov = true }, new([y])]) },
        { "Sgd takes groups of type SgdGroup, not AdamGroup.", (x, y) => new Sgd([x]).AddParameterGroup((ParameterGroup)new AdamGroup([y])) },
        { "optimizer got an empty parameter list", (_, _) => _ = new AdamW(Array.Empty<AdamGroup>()) },
        { "The parameter group is that of an optimizer already.", (x, _) => AddTwice(new([x])) },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_in_PyTorchs_words(string message, Action<Tensor<float>, Tensor<float>> make)
    {
        var x = Tensor.From([1f]);
        x.RequiresGrad = true;
        Assert.StartsWith(message, Assert.ThrowsAny<TensorException>((Action)(() => make(x, Tensor.From([1f])))).Message);
    }

    [Fact]
    public void A_refused_group_changes_nothing()
    {
        var x = Tensor.From([1f]);
        var optimizer = new Sgd([x], lr: 0.1);
        Assert.Throws<TensorException>(() => optimizer.AddParameterGroup(new([Tensor.From([1f]), x])));
        Assert.Throws<TensorException>(() => optimizer.AddParameterGroup(new([Tensor.From([1f])]) { Nesterov = true }));
        Assert.Single(optimizer.Groups);
        Assert.Single(optimizer.Parameters);
    }

    [Fact]
    public void A_closure_computes_the_loss_with_gradients_even_where_none_are_recorded()
    {
        var x = Tensor.From([3f]);
        x.RequiresGrad = true;
        var optimizer = new Sgd([x], lr: 0.25);
        using (Autograd.NoGrad())
        {
            var loss = optimizer.Step(() =>
            {
                optimizer.ZeroGrad();
                var loss = x.Square().Sum();
                loss.Backward();
                return loss;
            });
            Assert.Equal(9f, loss.Item());
            Assert.False(Autograd.IsGradEnabled);
        }

        Assert.Equal(1.5f, x.Item());
    }

    private static void AddTwice(SgdGroup group)
    {
        _ = new Sgd([group]);
        _ = new Sgd([group]);
    }
}
