using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Serialization;

/// <summary>Files of <c>torch.save</c>.</summary>
public sealed class PyTorchFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("mlp")]
    [InlineData("convnet")]
    public void Checkpoints_load_as_their_safetensors_do(string model)
    {
        var expected = StateDict.Load(ReferenceFile.PathOf($"models/{model}.safetensors"));
        var dict = StateDict.Load(ReferenceFile.PathOf($"models/{model}.pt"));
        Assert.Equal(ReferenceFile.ReadJson($"models/{model}.json").GetProperty("keys").EnumerateArray().Select(key => key.GetString()!), dict.Keys);
        foreach (var (name, tensor) in expected)
        {
            Assert.Equal(tensor.Shape, dict[name].Shape);
            Assert.Equal(TensorBytes.Of(tensor), TensorBytes.Of(dict[name]));
        }
    }

    [Fact]
    public void Every_element_type_loads()
    {
        var dict = StateDict.Load(ReferenceFile.PathOf("models/odd.pt"));
        foreach (var property in ReferenceFile.ReadJson("models/odd.json").EnumerateObject())
        {
            var expected = ReferenceTensor.Parse(property.Value);
            Assert.Equal(expected.Shape, dict[property.Name].Shape.ToArray());
            Assert.Equal(expected.Data, dict[property.Name].To<double>().ToArray());
        }

        Assert.Equal(
            [DType.Float16, DType.BFloat16, DType.Float64, DType.Int64, DType.Int32, DType.UInt8, DType.Bool],
            new[] { "half", "bf16", "f64", "i64", "i32", "u8", "flag" }.Select(name => dict[name].DType));
    }

    [Fact]
    public void Shared_memory_stays_shared_and_views_keep_their_strides()
    {
        var dict = StateDict.Load(ReferenceFile.PathOf("models/odd.pt"));
        AssertShared(dict);
        var path = _folder.File("again.pt");
        dict.Save(path);
        AssertShared(StateDict.Load(path));
    }

    [Fact]
    public void What_was_saved_loads_with_every_bit()
    {
        var path = _folder.File("saved.pt");
        var dict = StateDict.Load(ReferenceFile.PathOf("models/odd.pt"));
        dict.Save(path);
        var again = StateDict.Load(path);
        Assert.Equal(dict.Keys, again.Keys);
        foreach (var (name, tensor) in dict)
        {
            Assert.Equal(tensor.DType, again[name].DType);
            Assert.Equal(tensor.Shape, again[name].Shape);
            Assert.Equal(TensorBytes.Of(tensor), TensorBytes.Of(again[name]));
        }
    }

    [Fact]
    public void Prefixes_are_stripped()
    {
        var dict = new StateDict { { "module.fc.weight", Tensor.Ones(2) }, { "step", Tensor.Zeros<long>() } };
        Assert.Equal(["fc.weight", "step"], dict.WithoutPrefix("module.").Keys);
        dict.Add("fc.weight", Tensor.Ones(3));
        Assert.Throws<StateDictException>(() => dict.WithoutPrefix("module."));
    }

    private static void AssertShared(StateDict dict)
    {
        Assert.Equal([1, 4], dict["transposed_view"].Strides.ToArray());
        var (first, second) = (dict["tied_a"].As<float>(), dict["tied_b"].As<float>());
        first.Detach()[1, 0] = Tensor.From([77f]).Reshape();
        Assert.Equal(77, second[1, 0].Item());
        Assert.Equal(77, dict["row_view"].As<float>()[0].Item());
        Assert.Equal(77, dict["transposed_view"].As<float>()[0, 1].Item());
    }
}
