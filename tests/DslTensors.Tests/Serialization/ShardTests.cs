using System.Text;

namespace DslTensors.Tests.Serialization;

public sealed class ShardTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Index => _folder.File("model.safetensors.index.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Shards_are_named_filled_and_read_as_in_other_libraries()
    {
        var dict = new StateDict { ["a"] = Tensor.Ones(10), ["b"] = Tensor.Ones(5), ["c"] = Tensor.Ones(100), ["d"] = Tensor.Ones<long>(1), ["e"] = Tensor.Ones(0) };
        dict.Metadata["format"] = "pt";
        dict.SaveSharded(Index, maxShardSize: 60);
        Assert.Equal(
            ["model-00001-of-00003.safetensors", "model-00002-of-00003.safetensors", "model-00003-of-00003.safetensors", "model.safetensors.index.json"],
            Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(["a", "b"], StateDict.Load(_folder.File("model-00001-of-00003.safetensors")).Keys);
        Assert.Equal(["c"], StateDict.Load(_folder.File("model-00002-of-00003.safetensors")).Keys);
        Assert.Contains("\"total_size\": 468", File.ReadAllText(Index));

        var loaded = StateDict.Load(Index);
        Assert.Equal(dict.Keys, loaded.Keys);
        Assert.Equal(dict.Metadata, loaded.Metadata);
        Assert.All(dict, pair => Assert.Equal(TensorBytes.Of(pair.Value), TensorBytes.Of(loaded[pair.Key])));
    }

    [Fact]
    public void A_later_save_replaces_all_of_an_earlier_one_and_nothing_else()
    {
        _folder.File("model-notes-of-mine.safetensors", [1]);
        _folder.File("model-large-00001-of-00001.safetensors", [1]);
        for (var count = 4; count >= 1; count--)
        {
            var dict = new StateDict();
            for (var i = 0; i < count; i++)
                dict.Add($"t{i}", Tensor.Full([4], (float)count));
            dict.SaveSharded(Index, maxShardSize: 16);
            Assert.All(StateDict.Load(Index).Values, tensor => Assert.Equal(count, tensor.As<float>()[0].Item()));
            Assert.Equal(count + 3, Directory.GetFiles(_folder.Path).Length);
        }
    }

    [Fact]
    public void Shards_of_PyTorch_are_read_too()
    {
        new StateDict { ["a"] = Tensor.Ones(2) }.Save(_folder.File("pytorch_model-1.bin"));
        new StateDict { ["b"] = Tensor.Zeros(2) }.Save(_folder.File("pytorch_model-2.bin"));
        var dict = Load("""{"weight_map": {"b": "pytorch_model-2.bin", "a": "pytorch_model-1.bin"}, "metadata": {"total_size": 16}}""");
        Assert.Equal(["b", "a"], dict.Keys);
    }

    [Theory]
    [InlineData("""{"weight_map":{"a":"1","b":"3"}}""", "shard '3' is missing, which holds tensor 'b' and 0 more.")]
    [InlineData("""{"weight_map":{"a":"1","b":"1"}}""", "tensor 'b' is said to be in shard '1', which has no tensor of that name.")]
    [InlineData("""{"weight_map":{"a":"1","b":"2"}}""", "tensor 'a' is in shard '2', and the index says that it is in '1'.")]
    [InlineData("""{"weight_map":{"b":"2"}}""", "shard '2' has a tensor 'a', which the index does not list.")]
    [InlineData("""{"weight_map":{"a":"../1"}}""", "shard '../1' lies outside of the folder of the index.")]
    [InlineData("""{"weight_map":{"a":"/etc/passwd"}}""", "shard '/etc/passwd' lies outside of the folder of the index.")]
    [InlineData("""{"weight_map":{"a":""}}""", "shard '' lies outside of the folder of the index.")]
    [InlineData("""{"weight_map":{"a":"1\u0000"}}""", "lies outside of the folder of the index.")]
    [InlineData("""{"weight_map":{"a":7}}""", "tensor 'a' is in 7, and the name of a file is expected.")]
    [InlineData("""{"weight_map":["a"]}""", "it has no object 'weight_map' from tensors to files.")]
    [InlineData("""{"weight_map":{"a":"1","a":"2"}}""", "it is not valid JSON")]
    [InlineData("""{"weight_map":{"a":"1"}""", "it is not valid JSON")]
    [InlineData("""{"weight_map":{"i":"test.index.json"}}""", "Error while deserializing header")]
    public void Damage_is_named(string index, string message)
    {
        new StateDict { ["a"] = Tensor.Ones(1) }.Save(_folder.File("1"));
        new StateDict { ["a"] = Tensor.Ones(1), ["b"] = Tensor.Ones(1) }.Save(_folder.File("2"));
        Assert.Contains(message, Assert.Throws<StateDictException>(() => Load(index)).Message);
    }

    [Fact]
    public void A_name_that_is_no_index_is_refused() =>
        Assert.Contains(".index.json", Assert.Throws<StateDictException>(() => new StateDict().SaveSharded(_folder.File("model.safetensors"))).Message);

    [Fact]
    public void Mutations_of_an_index_load_or_are_refused()
    {
        new StateDict { ["a"] = Tensor.Ones(1), ["b"] = Tensor.Ones(1) }.SaveSharded(Index, 4);
        var sound = File.ReadAllBytes(Index);
        var (loaded, refused) = (0, 0);
        for (var seed = 0; seed < (Nightly.IsOn ? 50_000 : 1_000); seed++)
        {
            var random = new System.Random(seed);
            byte[] file = [.. sound];
            for (var changes = random.Next(1, 3); changes > 0; changes--)
                file[random.Next(file.Length)] ^= (byte)(1 << random.Next(8));
            try
            {
                StateDict.Load(_folder.File("mutated.index.json", file));
                loaded++;
            }
            catch (StateDictException)
            {
                refused++;
            }
        }

        Assert.True(loaded > 0 && refused > loaded, $"{loaded} loaded, {refused} refused");
    }

    private StateDict Load(string index) => StateDict.Load(_folder.File("test.index.json", Encoding.UTF8.GetBytes(index)));
}
