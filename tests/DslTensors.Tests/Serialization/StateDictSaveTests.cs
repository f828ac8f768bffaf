using System.Text;
using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Serialization;

public sealed class StateDictSaveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_file_is_what_the_format_says_byte_for_byte()
    {
        var dict = new StateDict { ["b"] = TensorBytes.Make<short>([2, 1], 1, -2), ["a"] = TensorBytes.Make([], true) };
        dict.Metadata["format"] = "pt";
        dict.Save(_folder.File("tiny.safetensors"));
        const string header =
            """{"__metadata__":{"format":"pt"},"b":{"dtype":"I16","shape":[2,1],"data_offsets":[0,4]},"a":{"dtype":"BOOL","shape":[],"data_offsets":[4,5]}}""";
        var padded = header.PadRight((header.Length + 7) / 8 * 8);
        Assert.Equal(SafetensorsBytes.Of(Encoding.UTF8.GetBytes(padded), [1, 0, 0xfe, 0xff, 1]), File.ReadAllBytes(_folder.File("tiny.safetensors")));
    }

    [Theory]
    [InlineData("mlp")]
    [InlineData("convnet")]
    [InlineData("odd")]
    public void Another_reader_finds_every_tensor_where_it_was(string model)
    {
        var original = File.ReadAllBytes(ReferenceFile.PathOf($"models/{model}.safetensors"));
        StateDict.Load(_folder.File("first", original)).Save(_folder.File("second"));
        var saved = File.ReadAllBytes(_folder.File("second"));
        Assert.Equal(0, SafetensorsBytes.Header(saved).Length % 8);
        Assert.Equal(SafetensorsBytes.Tensors(original).Select(Describe), SafetensorsBytes.Tensors(saved).Select(Describe));

        StateDict.Load(_folder.File("second")).Save(_folder.File("third"));
        Assert.Equal(saved, File.ReadAllBytes(_folder.File("third")));

        static string Describe((string Name, string DType, int[] Shape, byte[] Data) tensor) =>
            $"{tensor.Name} {tensor.DType} [{string.Join(", ", tensor.Shape)}] {Convert.ToHexString(tensor.Data)}";
    }

    [Fact]
    public void A_transposed_tensor_is_saved_in_row_major_order()
    {
        var matrix = TensorBytes.Make<float>([2, 3], 0, 1, 2, 3, 4, 5);
        var transposed = matrix.Alias(StridedLayout.Strided([3, 2], [1, 3]), 0);
        new StateDict { ["x"] = transposed }.Save(_folder.File("x"));
        var loaded = (Tensor<float>)StateDict.Load(_folder.File("x"))["x"];
        Assert.Equal([3, 2], loaded.Shape.ToArray());
        Assert.Equal([0, 3, 1, 4, 2, 5], loaded.ToArray());
    }

    [Fact]
    public void Names_texts_and_an_empty_dict_come_back()
    {
        var dict = new StateDict { [""] = TensorBytes.Make<byte>([0]), ["weights/é \"quoted\" \\ 雪 \u0001"] = TensorBytes.Make<sbyte>([1], -7) };
        dict.Metadata["Ж"] = "a\nb";
        dict.Metadata[""] = "";
        dict.Save(_folder.File("names"));
        var loaded = StateDict.Load(_folder.File("names"));
        Assert.Equal(dict.Keys, loaded.Keys);
        Assert.Equal(dict.Metadata, loaded.Metadata);

        new StateDict().Save(_folder.File("names"));
        Assert.Empty(StateDict.Load(_folder.File("names")));
    }

    [Fact]
    public void A_save_that_fails_half_way_leaves_the_old_file_and_no_other()
    {
        var path = _folder.File("model");
        new StateDict { ["x"] = TensorBytes.Make<float>([1], 1) }.Save(path);
        var before = File.ReadAllBytes(path);

        var unreachable = Tensor<float>.Allocate(new Device(DeviceType.Cuda, 0, new UnreachableMemory()), StridedLayout.Contiguous(4));
        var dict = new StateDict { ["x"] = TensorBytes.Make<float>([1], 2), ["y"] = unreachable };
        Assert.Throws<DeviceException>(() => dict.Save(path));
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_name_that_is_a_folder_leaves_nothing_behind()
    {
        Directory.CreateDirectory(_folder.File("taken"));
        Assert.ThrowsAny<Exception>(() => new StateDict().Save(_folder.File("taken")));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void The_formats_own_name_is_refused() =>
        AssertRefused("__metadata__", "A tensor can't be named '__metadata__' in a safetensors file");

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused() =>
        AssertRefused("half \ud800 pair", "The tensor name 'half \ud800 pair' is not valid Unicode: half of a surrogate pair at character 5.");

    private void AssertRefused(string name, string message)
    {
        var dict = new StateDict { [name] = TensorBytes.Make<float>([1], 1) };
        Assert.StartsWith(message, Assert.Throws<StateDictException>(() => dict.Save(_folder.File("x"))).Message);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    private sealed class UnreachableMemory : Dispatch.HostBackend
    {
        public override void Upload<T>(ReadOnlySpan<T> source, Storage<T> destination) => throw new DeviceException("upload");

        public override void Download<T>(Storage<T> source, Span<T> destination) => throw new DeviceException("download");
    }
}
