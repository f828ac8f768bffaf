using System.Collections;
using DslTensors.Tests.Reference;
using DslTensors.Tests.Serialization;

namespace DslTensors.Tests.Optimizers;

public sealed class OptimizerStateTests : IDisposable
{
    private static readonly Dictionary<string, Func<Tensor[], Optimizer>> s_optimizers = new()
    {
        ["SGD(p, lr=0.1, momentum=0.9, dampening=0.5)"] = p => new Sgd(p, 0.1, 0.9, 0.5),
        ["SGD(p, lr=0.1)"] = p => new Sgd(p, 0.1),
        ["Adam(p, lr=0.1)"] = p => new Adam(p, 0.1),
        ["Adam(p, lr=0.1, amsgrad=True, betas=(0.5, 0.7))"] = p => new Adam(p, 0.1, (0.5, 0.7), amsgrad: true),
        ["AdamW(p, lr=0.1)"] = p => new AdamW(p, 0.1),
        ["RMSprop(p, lr=0.1)"] = p => new RmsProp(p, 0.1),
        ["RMSprop(p, lr=0.1, momentum=0.5, centered=True)"] = p => new RmsProp(p, 0.1, momentum: 0.5, centered: true),
        ["Adagrad(p, lr=0.1, lr_decay=0.1, initial_accumulator_value=0.5)"] = p => new Adagrad(p, 0.1, 0.1, initialAccumulatorValue: 0.5),
        ["Adadelta(p)"] = p => new Adadelta(p),
    };

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names() => [.. s_optimizers.Keys];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void A_run_that_is_saved_and_resumed_goes_on_bit_for_bit(string name)
    {
        var whole = Parameters();
        var optimizer = s_optimizers[name](whole);
        Train(optimizer, whole, 0, 4);
        new Checkpoint(new Dictionary<string, object?> { ["model"] = State(whole), ["optimizer"] = optimizer.StateDict() }).Save(_folder.File("run.pt"));
        Train(optimizer, whole, 4, 9);

        var checkpoint = Checkpoint.Load(_folder.File("run.pt"));
        var resumed = checkpoint.StateDict("model").Values.Cast<Tensor<float>>().ToArray();
        var other = s_optimizers[name](resumed);
        other.Lr = 7;
        other.LoadStateDict(checkpoint.Dictionary("optimizer"));
        Train(other, resumed, 4, 9);
        Assert.Equal(whole.Select(x => x.ToArray()), resumed.Select(x => x.ToArray()));
    }

    [PyTorchFact]
    public void PyTorch_goes_on_with_what_was_saved_here_and_the_other_way_round()
    {
        // Each optimizer: 3 steps here, 3 in PyTorch, 3 here; compared with 9 here.
        foreach (var (name, create) in s_optimizers)
        {
            var whole = Parameters();
            Train(create(whole), whole, 0, 9);

            var moving = Parameters();
            var first = create(moving);
            Train(first, moving, 0, 3);
            new Checkpoint(new Dictionary<string, object?> { ["model"] = State(moving), ["optimizer"] = first.StateDict() }).Save(_folder.File("here.pt"));
            PyTorchProcess.Run(
                $"""
                import sys, torch
                c = torch.load(sys.argv[1])
                p = [torch.nn.Parameter(t) for t in c["model"].values()]
                o = torch.optim.{name.Replace("lr=0.1", "lr=0.7")}
                o.load_state_dict(c["optimizer"])
                for step in range(3, 6):
                    for i, x in enumerate(p):
                        x.grad = None if i == 1 and step == 0 else ((torch.arange(x.numel()) * 7 + step * 5 + i) % 11 - 5).reshape(x.shape) / 4.0
                    o.step()
                torch.save({'{'}"model": {'{'}str(i): x.data for i, x in enumerate(p){'}'}, "optimizer": o.state_dict(){'}'}, sys.argv[2])
                """,
                _folder.File("here.pt"),
                _folder.File("there.pt"));
            var back = Checkpoint.Load(_folder.File("there.pt"));
            var last = back.StateDict("model").Values.Cast<Tensor<float>>().ToArray();
            var second = create(last);
            second.LoadStateDict(back.Dictionary("optimizer"));
            Train(second, last, 6, 9);
            foreach (var (expected, actual) in whole.Zip(last))
            {
                foreach (var (x, y) in expected.ToArray().Zip(actual.ToArray()))
                    Assert.True(Math.Abs(x - y) <= 1e-5 * Math.Max(1, Math.Abs(x)), $"{name}: {x} here, {y} by way of PyTorch");
            }
        }
    }

    [Fact]
    public void The_form_is_PyTorchs()
    {
        var parameters = Parameters();
        var optimizer = new Adam([new([parameters[0]]), new([parameters[1], parameters[2]]) { Lr = 0.5 }], lr: 0.1);
        Train(optimizer, parameters, 0, 2);
        var checkpoint = new Checkpoint(optimizer.StateDict());
        Assert.Equal(0.5, checkpoint.Value<double>("param_groups.1.lr"));
        Assert.Equal(2, checkpoint.Value<long>("param_groups.1.params.1"));
        Assert.Equal(0.999, checkpoint.Value<double>("param_groups.0.betas.1"));
        Assert.Equal(2f, checkpoint.Value<Tensor<float>>("state.0.step").Item());
        Assert.Equal(1f, checkpoint.Value<Tensor<float>>("state.1.step").Item());
        Assert.Equal(parameters[2].Shape.ToArray(), checkpoint.Value<Tensor>("state.2.exp_avg_sq").Shape.ToArray());
        Assert.False(checkpoint.Contains("state.2.max_exp_avg_sq"));
    }

    [Fact]
    public void Options_that_only_PyTorch_has_are_kept()
    {
        var optimizer = new Sgd([Tensor.From([1f])], lr: 0.1);
        var saved = new Checkpoint(optimizer.StateDict());
        ((OrderedDictionary<object, object?>)saved.Dictionary("param_groups.0"))["foreach"] = true;
        optimizer.LoadStateDict(saved.Dictionary());
        Assert.True(new Checkpoint(optimizer.StateDict()).Value<bool>("param_groups.0.foreach"));
    }

    [Fact]
    public void A_state_of_halves_is_kept_in_floats()
    {
        var x = Tensor.From([1f, 2f]).To<Half>();
        var optimizer = new Adam([x], lr: 0.1);
        x.Grad = Tensor.From([0.1f, 0.3f]).To<Half>();
        optimizer.Step();
        var copy = x.Clone();
        var other = new Adam([copy], lr: 0.3);
        other.LoadStateDict(optimizer.StateDict());
        copy.Grad = x.Grad;
        optimizer.Step();
        other.Step();
        Assert.Equal(x.ToArray(), copy.ToArray());
        Assert.IsType<Tensor<float>>(new Checkpoint(other.StateDict()).Value<Tensor>("state.0.exp_avg"));
    }

    public static TheoryData<string, Action<OrderedDictionary<object, object?>>> Damages() => new()
    {
        { "The state dict of an optimizer has 'state' and 'param_groups', and this one has no list 'param_groups'.", state => state.Remove("param_groups") },
        { "The state dict of an optimizer has 'state' and 'param_groups', and this one has no dictionary 'state'.", state => state["state"] = 3L },
        { "loaded state dict has a different number of parameter groups", state => ((IList)state["param_groups"]!).Clear() },
        { "loaded state dict contains a parameter group that doesn't match the size of optimizer's group", state => ((IList)Group(state)["params"]!).RemoveAt(1) },
        { "'exp_avg' of the state dict has shape [3], and its parameter has [2, 3].", state => Parameter(state)["exp_avg"] = Tensor.Ones(3) },
        { "'exp_avg_sq' of the state dict is the value 7; a tensor is expected.", state => Parameter(state)["exp_avg_sq"] = 7L },
        { "'step' of the state dict is None; a number is expected.", state => Parameter(state)["step"] = null },
        { "Invalid learning rate: nan", state => Group(state)["lr"] = double.NaN },
        { "'amsgrad' of the state dict is the text 'yes'; True or False is expected.", state => Group(state)["amsgrad"] = "yes" },
        { "'betas' of the state dict is the value 0.9; a pair of numbers is expected.", state => Group(state)["betas"] = 0.9 },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_state_that_does_not_fit_changes_nothing(string message, Action<OrderedDictionary<object, object?>> damage)
    {
        var parameters = Parameters();
        var optimizer = new Adam(parameters, lr: 0.1);
        Train(optimizer, parameters, 0, 2);
        var other = Parameters();
        var source = new Adam(other, lr: 0.5, betas: (0.1, 0.2));
        Train(source, other, 0, 4);
        var damaged = (OrderedDictionary<object, object?>)source.StateDict();
        damage(damaged);

        new Checkpoint(optimizer.StateDict()).Save(_folder.File("before.pt"));
        Assert.StartsWith(message, Assert.ThrowsAny<TensorException>(() => optimizer.LoadStateDict(damaged)).Message);
        new Checkpoint(optimizer.StateDict()).Save(_folder.File("after.pt"));
        var (before, after) = (Checkpoint.Load(_folder.File("before.pt")), Checkpoint.Load(_folder.File("after.pt")));
        Assert.Equal(before.Value<double>("param_groups.0.lr"), after.Value<double>("param_groups.0.lr"));
        Assert.Equal(before.Value<double>("param_groups.0.betas.0"), after.Value<double>("param_groups.0.betas.0"));
        for (var i = 0; i < parameters.Length; i++)
        {
            foreach (var name in new[] { "step", "exp_avg", "exp_avg_sq" })
                Assert.Equal(before.Value<Tensor<float>>($"state.{i}.{name}").ToArray(), after.Value<Tensor<float>>($"state.{i}.{name}").ToArray());
        }
    }

    private static OrderedDictionary<object, object?> Group(OrderedDictionary<object, object?> state) =>
        (OrderedDictionary<object, object?>)((IList)state["param_groups"]!)[0]!;

    private static OrderedDictionary<object, object?> Parameter(OrderedDictionary<object, object?> state) =>
        (OrderedDictionary<object, object?>)((OrderedDictionary<object, object?>)state["state"]!)[(object)2L]!;

    private static Tensor<float>[] Parameters() => [Tensor.From([1f, -2f, 0.5f]), Tensor.From([0.25f]), Tensor.From([1f, 2f, 3f, -1f, -2f, -3f], 2, 3)];

    private static StateDict State(Tensor<float>[] parameters)
    {
        var dict = new StateDict();
        for (var i = 0; i < parameters.Length; i++)
            dict.Add($"{i}", parameters[i]);
        return dict;
    }

    private static void Train(Optimizer optimizer, Tensor<float>[] parameters, int from, int to)
    {
        for (var step = from; step < to; step++)
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                var x = parameters[i];
                x.Grad = i == 1 && step == 0
                    ? null
                    : Tensor.From([.. Enumerable.Range(0, (int)x.Count).Select(j => ((((j * 7) + (step * 5) + i) % 11) - 5) / 4f)], x.Shape.ToArray());
            }

            optimizer.Step();
        }
    }
}
