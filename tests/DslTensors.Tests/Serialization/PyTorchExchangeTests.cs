using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Serialization;

/// <summary>Files that go to PyTorch and come from there.</summary>
public sealed class PyTorchExchangeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PyTorchFact]
    public void PyTorch_loads_what_is_written_here()
    {
        var weight = Tensor.From([1f, 2f, 3f, 4f, 5f, 6f]).Reshape(2, 3);
        var path = _folder.File("ours.pt");
        new StateDict
        {
            { "weight", weight },
            { "turned", weight.Transpose(0, 1) },
            { "half", Tensor.From([1.5f]).To<Half>() },
            { "bfloat", Tensor.From([2.5f]).To<BFloat16>() },
            { "count", Tensor.From([7L]).Reshape() },
            { "none", Tensor.Zeros<double>(0, 3) },
            { "mask", Tensor.From([true, false]) },
        }.Save(path);

        const string program = """
            import sys, torch
            for weights_only in (False, True):
                d = torch.load(sys.argv[1], weights_only=weights_only)
                print(type(d).__name__, list(d))
                print(d["weight"].tolist(), d["turned"].stride(), d["turned"].data_ptr() == d["weight"].data_ptr())
                print(d["half"], d["bfloat"], d["count"], tuple(d["none"].shape), d["none"].dtype, d["mask"].tolist())
            """;
        var once = """
            OrderedDict ['weight', 'turned', 'half', 'bfloat', 'count', 'none', 'mask']
            [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]] (1, 3) True
            tensor([1.5000], dtype=torch.float16) tensor([2.5000], dtype=torch.bfloat16) tensor(7) (0, 3) torch.float64 [True, False]
            """.ReplaceLineEndings("\n");
        Assert.Equal($"{once}\n{once}", PyTorchProcess.Run(program, path));
    }

    [PyTorchFact]
    public void What_PyTorch_wrote_trains_on_there_after_a_round_trip()
    {
        var (theirs, ours) = (_folder.File("theirs.pt"), _folder.File("ours.pt"));
        PyTorchProcess.Run(
            """
            import sys, torch
            m = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.BatchNorm1d(4), torch.nn.Linear(4, 2))
            o = torch.optim.Adam(m.parameters(), lr=0.01)
            m(torch.randn(5, 3)).sum().backward()
            o.step()
            torch.save({"model": m.state_dict(), "optimizer": o.state_dict(), "epoch": 7, "history": [0.5, 0.25], "best": None}, sys.argv[1])
            """,
            theirs);

        var checkpoint = Checkpoint.Load(theirs);
        Assert.Equal(7, checkpoint.Value<int>("epoch"));
        Assert.Equal(0.25, checkpoint.Value<double>("history.1"));
        Assert.Equal(0.01, checkpoint.Value<double>("optimizer.param_groups.0.lr"));
        Assert.Equal([4, 3], checkpoint.StateDict("model")["0.weight"].Shape.ToArray());
        Assert.Equal([4, 3], checkpoint.Value<Tensor>("optimizer.state.0.exp_avg").Shape.ToArray());
        checkpoint.Save(ours);

        Assert.Equal("True 7", PyTorchProcess.Run(
            """
            import sys, torch
            a, b = torch.load(sys.argv[1]), torch.load(sys.argv[2])
            m = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.BatchNorm1d(4), torch.nn.Linear(4, 2))
            m.load_state_dict(b["model"])
            o = torch.optim.Adam(m.parameters())
            o.load_state_dict(b["optimizer"])
            m(torch.randn(5, 3)).sum().backward()
            o.step()
            print(all(torch.equal(a["model"][k], b["model"][k]) for k in a["model"]) and torch.equal(a["optimizer"]["state"][0]["exp_avg"], b["optimizer"]["state"][0]["exp_avg"]), b["epoch"])
            """,
            theirs,
            ours));
    }

    [PyTorchFact]
    public void Objects_are_refused_by_name()
    {
        var path = _folder.File("objects.pt");
        PyTorchProcess.Run("import sys, torch; torch.save(torch.nn.Linear(2, 2), sys.argv[1])", path);
        Assert.Contains("asks for 'torch.nn.modules.linear.Linear'", Assert.Throws<StateDictException>(() => Checkpoint.Load(path)).Message);
        PyTorchProcess.Run("import sys, torch, os; exec('class E:\\n def __reduce__(self): return (os.system, (\"true\",))'); torch.save({'a': E()}, sys.argv[1])", path);
        Assert.Contains("asks for 'posix.system'", Assert.Throws<StateDictException>(() => Checkpoint.Load(path)).Message);
        PyTorchProcess.Run("import sys, torch; torch.save({'a': torch.ones(2)}, sys.argv[1], _use_new_zipfile_serialization=False)", path);
        Assert.Contains("before version 1.6", Assert.Throws<StateDictException>(() => StateDict.Load(path)).Message);
    }
}
