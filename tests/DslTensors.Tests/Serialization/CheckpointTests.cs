namespace DslTensors.Tests.Serialization;

/// <summary>Dictionaries of several things in one file.</summary>
public sealed class CheckpointTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nested_values_come_back()
    {
        var checkpoint = Saved();
        Assert.Equal(["fc.weight", "fc.bias"], checkpoint.StateDict("model").Keys);
        Assert.Equal([1f, 2f], checkpoint.StateDict("model")["fc.bias"].As<float>().ToArray());
        Assert.Equal(7, checkpoint.Value<int>("epoch"));
        Assert.Equal(7L, checkpoint.Value<long>("epoch"));
        Assert.Equal(1L << 40, checkpoint.Value<long>("tokens"));
        Assert.Equal(-3, checkpoint.Value<int>("offset"));
        Assert.Equal(0.25, checkpoint.Value<double>("loss"));
        Assert.Equal(7.0, checkpoint.Value<double>("epoch"));
        Assert.True(checkpoint.Value<bool>("finished"));
        Assert.Equal("Grüße", checkpoint.Value<string>("note"));
        Assert.Equal(0.01, checkpoint.Value<double>("optimizer.param_groups.0.lr"));
        Assert.Equal(0.999, checkpoint.Value<double>("optimizer.param_groups.0.betas.1"));
        Assert.Equal([3f], checkpoint.Value<Tensor>("optimizer.state.0.exp_avg").As<float>().ToArray());
        Assert.Equal([1f, 2f], checkpoint.Value<Tensor>("model.fc.bias").As<float>().ToArray());
        Assert.True(checkpoint.Contains("scheduler"));
        Assert.False(checkpoint.Contains("scaler"));
    }

    [Fact]
    public void What_is_not_there_is_said_with_what_is()
    {
        var checkpoint = Saved();
        AssertRefused("There is nothing at 'modle'. It has 'model', 'optimizer',", () => checkpoint.StateDict("modle"));
        AssertRefused("The checkpoint has a dictionary at 'model', so it is no state dict. It has 'model', ", () => checkpoint.StateDict());
        AssertRefused("'epoch' is the value 7, not a dictionary of tensors.", () => checkpoint.StateDict("epoch"));
        AssertRefused("'note' is the text 'Grüße', not Int32.", () => checkpoint.Value<int>("note"));
        AssertRefused("'loss' is the value 0.25, not Int32.", () => checkpoint.Value<int>("loss"));
        AssertRefused("The checkpoint has a dictionary at 'model', so it is no state dict.", () => StateDict.Load(_folder.File("checkpoint.pt")));
    }

    [Fact]
    public void What_has_no_form_in_a_file_leaves_the_old_file()
    {
        var path = _folder.File("kept.pt");
        new StateDict { { "a", Tensor.Ones(1) } }.Save(path);
        var before = File.ReadAllBytes(path);
        AssertRefused("the object['when'] is of type DateTime", () => new Checkpoint(new Dictionary<string, object?> { ["when"] = DateTime.UnixEpoch }).Save(path));
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    private Checkpoint Saved()
    {
        var path = _folder.File("checkpoint.pt");
        new Checkpoint(new Dictionary<string, object?>
        {
            ["model"] = new StateDict { { "fc.weight", Tensor.Ones(2, 3) }, { "fc.bias", Tensor.From([1f, 2f]) } },
            ["optimizer"] = new Dictionary<string, object?>
            {
                ["state"] = new Dictionary<object, object?> { [0] = new Dictionary<string, object?> { ["exp_avg"] = Tensor.From([3f]) } },
                ["param_groups"] = new List<object?> { new Dictionary<string, object?> { ["lr"] = 0.01, ["betas"] = new object?[] { 0.9, 0.999 } } },
            },
            ["epoch"] = 7,
            ["tokens"] = 1L << 40,
            ["offset"] = -3,
            ["loss"] = 0.25,
            ["finished"] = true,
            ["scheduler"] = null,
            ["note"] = "Grüße",
        }).Save(path);
        return Checkpoint.Load(path);
    }

    private static void AssertRefused(string message, Action action) => Assert.StartsWith(message, Assert.Throws<StateDictException>(action).Message);

}
