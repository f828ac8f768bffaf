using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Serialization;

/// <summary>Files that PyTorch's side wrote.</summary>
public sealed class SafetensorsReferenceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("mlp")]
    [InlineData("convnet")]
    public void Checkpoints_load_in_order_with_every_bit(string model)
    {
        var path = ReferenceFile.PathOf($"models/{model}.safetensors");
        var dict = StateDict.Load(path);
        var keys = ReferenceFile.ReadJson($"models/{model}.json").GetProperty("keys").EnumerateArray().Select(key => key.GetString()!);
        Assert.Equal(keys, dict.Keys);
        Assert.Equal([new("format", "pt")], dict.Metadata);
        foreach (var (name, _, shape, data) in SafetensorsBytes.Tensors(File.ReadAllBytes(path)))
        {
            Assert.Equal(shape, dict[name].Shape.ToArray());
            Assert.Equal(data, TensorBytes.Of(dict[name]));
        }
    }

    [Fact]
    public void Every_element_type_scalar_empty_and_tied_tensors_load()
    {
        var dict = StateDict.Load(ReferenceFile.PathOf("models/odd.safetensors"));
        foreach (var property in ReferenceFile.ReadJson("models/odd.json").EnumerateObject())
        {
            var expected = ReferenceTensor.Parse(property.Value);
            Assert.Equal(expected.Shape, dict[property.Name].Shape.ToArray());
            Assert.Equal(expected.Data, TensorBytes.ToDoubles(dict[property.Name]));
        }

        Assert.Equal(DType.Float16, dict["half"].DType);
        Assert.Equal(DType.BFloat16, dict["bf16"].DType);
        Assert.Equal(0, dict["scalar"].Rank);
        Assert.Equal([0, 3], dict["empty"].Shape.ToArray());
    }

    [Fact]
    public void An_element_type_that_does_not_exist_is_named()
    {
        var file = File.ReadAllBytes(ReferenceFile.PathOf("models/odd.safetensors"));
        "\"F4_X\""u8.CopyTo(file.AsSpan(file.AsSpan().IndexOf("\"BF16\""u8)));
        var path = _folder.File("odd.safetensors", file);
        var exception = Assert.Throws<StateDictException>(() => StateDict.Load(path));
        Assert.StartsWith(
            $"Error while deserializing header: InvalidHeaderDeserialization. {path}: tensor 'bf16': dtype 'F4_X' has no element type here; supported are F32, F64,",
            exception.Message);
    }
}
