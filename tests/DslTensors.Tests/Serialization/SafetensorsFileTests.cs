using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Serialization;

public sealed class SafetensorsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("mlp")]
    [InlineData("convnet")]
    [InlineData("odd")]
    public void Tensors_are_described_at_once_and_read_when_asked_for(string model)
    {
        var path = ReferenceFile.PathOf($"models/{model}.safetensors");
        var whole = StateDict.Load(path);
        using var file = SafetensorsFile.Open(path);
        Assert.Equal(whole.Keys, file.Tensors.Select(tensor => tensor.Name));
        Assert.Equal(whole.Metadata, file.Metadata);
        foreach (var (name, dtype, shape) in file.Tensors)
        {
            Assert.Equal((whole[name].DType, whole[name].Shape.ToString()), (dtype, shape.ToString()));
            Assert.Equal(TensorBytes.Of(whole[name]), TensorBytes.Of(file.Read(name)));
        }

        Assert.Equal(whole.Keys, file.Load().Keys);
        Assert.Equal([whole.Keys.First()], file.Load(name => name == whole.Keys.First()).Keys);
    }

    [Fact]
    public void Opening_reads_no_elements()
    {
        var path = _folder.File("large.safetensors");
        new StateDict { ["a"] = Tensor.Ones(1 << 20), ["b"] = Tensor.Ones<bool>(3) }.Save(path);
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var file = SafetensorsFile.Open(path);
        Assert.Equal(3, file.Read("b").Count);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 18);
    }

    [Fact]
    public void Tensors_outlive_the_file_and_a_file_that_nobody_disposes_is_closed()
    {
        var path = _folder.File("x.safetensors");
        new StateDict { ["x"] = Tensor.From([1f, 2f]) }.Save(path);
        var (tensor, reference) = ReadAndForget(path);
        Assert.Equal([1, 2], tensor.ToArray());
        for (var i = 0; i < 10 && reference.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(reference.IsAlive);
        var file = SafetensorsFile.Open(path);
        file.Dispose();
        Assert.Throws<ObjectDisposedException>(() => file.Read("x"));
    }

    [Fact]
    public void A_file_may_be_replaced_while_it_is_open()
    {
        var path = _folder.File("x.safetensors");
        new StateDict { ["x"] = Tensor.From([1f]) }.Save(path);
        using var file = SafetensorsFile.Open(path);
        new StateDict { ["x"] = Tensor.From([2f]) }.Save(path);
        Assert.Equal(1f, file.Read("x").As<float>().Item());
        Assert.Equal(2f, StateDict.Load(path)["x"].As<float>().Item());
    }

    [Fact]
    public void Damage_is_told()
    {
        var path = _folder.File("x.safetensors");
        new StateDict { ["x"] = Tensor.Ones(100_000) }.Save(path);
        Assert.StartsWith("There is no tensor 'y' in the file. It has 1, among them 'x'.", Assert.Throws<KeyNotFoundException>(() => SafetensorsFile.Open(path).Read("y")).Message);
        if (!OperatingSystem.IsWindows())
        {
            using var file = SafetensorsFile.Open(path);
            File.WriteAllBytes(path, File.ReadAllBytes(path)[..200_000]);
            Assert.Contains("the file became shorter", Assert.Throws<StateDictException>(() => file.Read("x")).Message);
        }

        Assert.Throws<StateDictException>(() => SafetensorsFile.Open(path));
        Assert.Contains("HeaderTooSmall", Assert.Throws<StateDictException>(() => SafetensorsFile.Open(_folder.File("empty", []))).Message);
        var flags = SafetensorsBytes.Of("""{"x":{"dtype":"BOOL","shape":[3],"data_offsets":[0,3]}}""", 3);
        Assert.Contains("element 2 is 2; a BOOL is 0 or 1.", Assert.Throws<StateDictException>(() => SafetensorsFile.Open(_folder.File("flags", flags)).Read("x")).Message);
    }

    private static (Tensor<float> Tensor, WeakReference File) ReadAndForget(string path)
    {
        var file = SafetensorsFile.Open(path);
        return (file.Read("x").As<float>(), new WeakReference(file));
    }
}
