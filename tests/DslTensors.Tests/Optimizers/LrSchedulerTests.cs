using System.Text.Json;
using DslTensors.Tests.Reference;
using DslTensors.Tests.Serialization;

namespace DslTensors.Tests.Optimizers;

/// <summary>Learning rates of every schedule against those that PyTorch had, and schedules that are saved and resumed.</summary>
public sealed class LrSchedulerTests : IDisposable
{
    private const double Tolerance = 1e-12;

    private static readonly JsonElement s_reference = ReferenceFile.ReadJson("optimizers/schedules.json");

    private static readonly double[] s_metrics = [.. s_reference.GetProperty("metrics").EnumerateArray().Select(metric => double.Parse(metric.GetString()!))];

    private static readonly Dictionary<string, Func<Optimizer, LrScheduler>> s_schedules = new()
    {
        ["step"] = o => new StepLr(o, 7),
        ["step_gamma"] = o => new StepLr(o, 3, gamma: 0.7),
        ["multi_step"] = o => new MultiStepLr(o, [5, 20, 20, 41], gamma: 0.5),
        ["exponential"] = o => new ExponentialLr(o, 0.93),
        ["cosine"] = o => new CosineAnnealingLr(o, 25),
        ["cosine_eta_min"] = o => new CosineAnnealingLr(o, 9, etaMin: 0.02),
        ["warm_restarts"] = o => new CosineAnnealingWarmRestarts(o, 8),
        ["warm_restarts_mult"] = o => new CosineAnnealingWarmRestarts(o, 5, tMult: 2, etaMin: 0.01),
        ["constant"] = o => new ConstantLr(o, factor: 0.25, totalIters: 6),
        ["linear"] = o => new LinearLr(o),
        ["linear_options"] = o => new LinearLr(o, startFactor: 0.9, endFactor: 0.1, totalIters: 30),
        ["polynomial"] = o => new PolynomialLr(o, totalIters: 40, power: 2.5),
        ["lambda"] = o => new LambdaLr(o, epoch => Math.Pow(0.95, epoch)),
        ["lambdas"] = o => new LambdaLr(o, [epoch => 1.0 / (1 + epoch), epoch => Math.Pow(0.9, epoch)]),
        ["one_cycle"] = o => new OneCycleLr(o, maxLr: 1, totalSteps: 60),
        ["one_cycle_linear"] = o => new OneCycleLr(o, [1, 0.3], 61, pctStart: 0.4, annealStrategy: AnnealStrategy.Linear, baseMomentum: 0.7, maxMomentum: 0.9, divFactor: 10, finalDivFactor: 100),
        ["one_cycle_three"] = o => new OneCycleLr(o, maxLr: 1, totalSteps: 64, threePhase: true),
        ["one_cycle_plain"] = o => new OneCycleLr(o, maxLr: 1, totalSteps: 64, cycleMomentum: false),
        ["one_cycle_adam"] = o => new OneCycleLr(o, maxLr: 1, totalSteps: 60),
        ["sequential"] = o => new SequentialLr(o, [new LinearLr(o, 0.1, totalIters: 5), new CosineAnnealingLr(o, 20), new ExponentialLr(o, 0.9)], [5, 25]),
        ["sequential_restarts"] = o => new SequentialLr(o, [new ConstantLr(o, 0.1, totalIters: 4), new CosineAnnealingWarmRestarts(o, 6, tMult: 2)], [4]),
        ["chained"] = o => new ChainedScheduler(new ConstantLr(o, 0.1, totalIters: 2), new ExponentialLr(o, 0.9), new StepLr(o, 10)),
        ["warm_restarts_fraction"] = o => new CosineAnnealingWarmRestarts(o, 5, tMult: 2),
        ["warm_restarts_fraction_1"] = o => new CosineAnnealingWarmRestarts(o, 5),
    };

    private static readonly Dictionary<string, Func<Optimizer, ReduceLrOnPlateau>> s_plateaus = new()
    {
        ["plateau"] = o => new ReduceLrOnPlateau(o, patience: 3),
        ["plateau_abs"] = o => new ReduceLrOnPlateau(o, [0.01, 0.05], patience: 2, factor: 0.5, threshold: 0.02, thresholdMode: ThresholdMode.Abs, cooldown: 3),
        ["plateau_max"] = o => new ReduceLrOnPlateau(o, PlateauMode.Max, patience: 4, factor: 0.3, minLr: 0.001),
        ["plateau_max_abs"] = o => new ReduceLrOnPlateau(o, PlateauMode.Max, patience: 0, factor: 0.9, threshold: 0.1, thresholdMode: ThresholdMode.Abs),
    };

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names() => [.. s_reference.GetProperty("rates").EnumerateObject().Select(schedule => schedule.Name)];

    public static TheoryData<string> PlateauNames() => [.. s_reference.GetProperty("plateaus").EnumerateObject().Select(schedule => schedule.Name)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Rates_are_PyTorchs(string name)
    {
        var rows = s_reference.GetProperty("rates").GetProperty(name);
        var optimizer = Create(name);
        var schedule = s_schedules[name](optimizer);
        Compare(rows, 0, optimizer, schedule.LastLr);
        for (var i = 1; i < rows.GetArrayLength(); i++)
        {
            Step(name, schedule, i);
            Compare(rows, i, optimizer, schedule.LastLr);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_schedule_that_is_saved_and_resumed_goes_on(string name)
    {
        var rows = s_reference.GetProperty("rates").GetProperty(name);
        var optimizer = Create(name);
        var schedule = s_schedules[name](optimizer);
        for (var i = 1; i < rows.GetArrayLength(); i++)
        {
            if (i % 13 == 0)
            {
                var saved = new Dictionary<string, object?> { ["optimizer"] = optimizer.StateDict(), ["scheduler"] = schedule.StateDict() };
                new Checkpoint(saved).Save(_folder.File("run.pt"));
                var loaded = Checkpoint.Load(_folder.File("run.pt"));
                optimizer = Create(name);
                schedule = s_schedules[name](optimizer);
                optimizer.LoadStateDict(loaded.Dictionary("optimizer"));
                schedule.LoadStateDict(loaded.Dictionary("scheduler"));
            }

            Step(name, schedule, i);
            Compare(rows, i, optimizer, schedule.LastLr);
        }
    }

    [Theory]
    [MemberData(nameof(PlateauNames))]
    public void Plateaus_lower_the_rates_as_in_PyTorch(string name)
    {
        var rows = s_reference.GetProperty("plateaus").GetProperty(name);
        var optimizer = Create(name);
        var schedule = s_plateaus[name](optimizer);
        for (var i = 1; i < rows.GetArrayLength(); i++)
        {
            if (i % 13 == 0)
            {
                var (savedRates, savedSchedule) = (optimizer.StateDict(), schedule.StateDict());
                optimizer = Create(name);
                schedule = s_plateaus[name](optimizer);
                optimizer.LoadStateDict(savedRates);
                schedule.LoadStateDict(savedSchedule);
            }

            schedule.Step(s_metrics[i - 1]);
            Compare(rows, i, optimizer, schedule.LastLr);
        }
    }

    [PyTorchFact]
    public void States_go_to_PyTorch_and_come_from_there()
    {
        foreach (var (name, python) in new[]
        {
            ("step", "StepLR(o, 7)"), ("multi_step", "MultiStepLR(o, [5, 20, 20, 41], gamma=0.5)"), ("cosine", "CosineAnnealingLR(o, 25)"), ("linear", "LinearLR(o)"),
            ("warm_restarts_mult", "CosineAnnealingWarmRestarts(o, 5, T_mult=2, eta_min=0.01)"), ("exponential", "ExponentialLR(o, 0.93)"),
            ("sequential", "SequentialLR(o, [s.LinearLR(o, 0.1, total_iters=5), s.CosineAnnealingLR(o, 20), s.ExponentialLR(o, 0.9)], [5, 25])"),
        })
        {
            var rows = s_reference.GetProperty("rates").GetProperty(name);
            var optimizer = Create(name);
            var schedule = s_schedules[name](optimizer);
            for (var i = 1; i <= 4; i++)
                schedule.Step();
            new Checkpoint(new Dictionary<string, object?> { ["optimizer"] = optimizer.StateDict(), ["scheduler"] = schedule.StateDict() }).Save(_folder.File("here.pt"));
            PyTorchProcess.Run(
                $$"""
                import sys, torch, warnings
                from torch.optim import lr_scheduler as s
                warnings.simplefilter("ignore")
                c = torch.load(sys.argv[1])
                a, b = (torch.nn.Parameter(torch.ones(1)) for _ in range(2))
                o = torch.optim.SGD([{"params": [a]}, {"params": [b], "lr": 0.5}], lr=0.1, momentum=0.9)
                x = s.{{python}}
                o.load_state_dict(c["optimizer"])
                x.load_state_dict(c["scheduler"])
                for _ in range(4): x.step()
                torch.save({"optimizer": o.state_dict(), "scheduler": x.state_dict()}, sys.argv[2])
                """,
                _folder.File("here.pt"),
                _folder.File("there.pt"));
            var loaded = Checkpoint.Load(_folder.File("there.pt"));
            optimizer = Create(name);
            schedule = s_schedules[name](optimizer);
            optimizer.LoadStateDict(loaded.Dictionary("optimizer"));
            schedule.LoadStateDict(loaded.Dictionary("scheduler"));
            for (var i = 9; i < 40; i++)
            {
                schedule.Step();
                Compare(rows, i, optimizer, schedule.LastLr);
            }
        }
    }

    [Fact]
    public void A_state_of_another_schedule_changes_nothing()
    {
        var optimizer = Create("step");
        var schedule = new StepLr(optimizer, 7);
        var state = (OrderedDictionary<object, object?>)new StepLr(Create("step"), 3).StateDict();
        state["gamma"] = "much";
        Assert.StartsWith("'gamma' of the state dict is the text 'much'; a number is expected.", Assert.Throws<StateDictException>(() => schedule.LoadStateDict(state)).Message);
        Assert.Equal(7L, schedule.StateDict()["step_size"]);

        var sequence = new SequentialLr(optimizer, [new StepLr(optimizer, 7), new StepLr(optimizer, 7)], [4]);
        var shorter = new SequentialLr(optimizer, [new StepLr(optimizer, 7)], []).StateDict();
        Assert.StartsWith("The state dict is of 1 schedules in sequence; this one has 2.", Assert.Throws<StateDictException>(() => sequence.LoadStateDict(shorter)).Message);
    }

    public static TheoryData<string, Action<Optimizer>> Mistakes() => new()
    {
        { "Expected positive integer step_size, but got 0.", o => _ = new StepLr(o, 0) },
        { "Expected positive integer total_steps, but got -1.", o => _ = new OneCycleLr(o, 1, -1) },
        { "Expected float between 0 and 1 pct_start, but got 1.5.", o => _ = new OneCycleLr(o, 1, 10, pctStart: 1.5) },
        { "expected 2 values for max_lr, got 3.", o => _ = new OneCycleLr(o, [1, 2, 3], 10) },
        { "optimizer must support momentum with `cycle_momentum` option enabled", o => _ = new OneCycleLr(new Adagrad([Tensor.From([1f])]), 1, 10) },
        { "Tried to step 4 times. The specified number of total steps is 2.", StepTooOften },
        { "Expected 2 lr_lambdas, but got 1.", o => _ = new LambdaLr(o, [_ => 1.0]) },
        { "Expected integer T_mult >= 1, but got 0.", o => _ = new CosineAnnealingWarmRestarts(o, 3, 0) },
        { "Expected non-negative epoch, but got -1.0.", o => new CosineAnnealingWarmRestarts(o, 3).Step(-1) },
        { "Factor should be < 1.0", o => _ = new ReduceLrOnPlateau(o, factor: 1) },
        { "Sequential Schedulers expects number of schedulers provided to be one more than the number of milestone points", o => _ = new SequentialLr(o, [new StepLr(o, 1)], [3]) },
        { "Sequential Schedulers expects all schedulers to belong to the same optimizer", o => _ = new SequentialLr(o, [new StepLr(Create("step"), 1)], []) },
        { "ChainedScheduler expects all schedulers to belong to the same optimizer", o => _ = new ChainedScheduler(new StepLr(o, 1), new StepLr(Create("step"), 1)) },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_in_PyTorchs_words(string message, Action<Optimizer> make) =>
        Assert.StartsWith(message, Assert.Throws<TensorException>(() => make(Create("step"))).Message);

    [Fact]
    public void A_group_that_comes_later_takes_part()
    {
        var optimizer = new Sgd([Tensor.From([1f])], lr: 1);
        var schedule = new ExponentialLr(optimizer, 0.5);
        optimizer.AddParameterGroup(new([Tensor.From([1f])]) { Lr = 8 });
        schedule.Step();
        Assert.Equal([0.5, 4.0], schedule.LastLr);
    }

    private static void StepTooOften(Optimizer optimizer)
    {
        var schedule = new OneCycleLr(optimizer, 1, 2);
        for (var i = 0; i < 3; i++)
            schedule.Step();
    }

    private static void Step(string name, LrScheduler schedule, int index)
    {
        if (name.Contains("fraction"))
            ((CosineAnnealingWarmRestarts)schedule).Step((index - 1) * 0.7);
        else
            schedule.Step();
    }

    private static Optimizer Create(string name)
    {
        var (a, b) = (Tensor.Ones(1), Tensor.Ones(1));
        return name.EndsWith("adam") ? new Adam([new([a]), new([b]) { Lr = 0.5 }], lr: 0.1) : new Sgd([new([a]), new([b]) { Lr = 0.5 }], lr: 0.1, momentum: 0.9);
    }

    private static void Compare(JsonElement rows, int index, Optimizer optimizer, IReadOnlyList<double> lastLr)
    {
        var row = rows[index];
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(row[i].GetDouble(), optimizer.Groups[i].Lr, Tolerance);
            Assert.Equal(optimizer.Groups[i].Lr, lastLr[i]);
            var momentum = optimizer.Groups[i] is SgdGroup sgd ? sgd.Momentum : ((AdamGroup)optimizer.Groups[i]).Betas.Beta1;
            Assert.Equal(row[i + 2].GetDouble(), momentum, Tolerance);
        }
    }
}
