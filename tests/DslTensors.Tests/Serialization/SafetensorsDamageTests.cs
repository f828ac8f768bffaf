using System.Text;

namespace DslTensors.Tests.Serialization;

/// <summary>Each way in which a file can be damaged, with its message.</summary>
public sealed class SafetensorsDamageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<byte[], string, string> Files() => new()
    {
        { [], "HeaderTooSmall", "the file has 0 bytes; the length of the header alone takes 8." },
        { [8, 0, 0, 0, 0, 0, 0], "HeaderTooSmall", "the file has 7 bytes; the length of the header alone takes 8." },
        { [0, 0, 0, 0, 0, 0, 0, 0], "InvalidHeaderStart", "the header is empty; '{' is expected." },
        { [3, 0, 0, 0, 0, 0, 0, 0, (byte)'{', (byte)'}'], "InvalidHeaderLength", "a header of 3 bytes is announced, but 2 bytes follow." },
        { [255, 255, 255, 255, 255, 255, 255, 255], "HeaderTooLarge", "a header of 18446744073709551615 bytes is announced; at most 100000000 are allowed." },
        { Of(" {}"), "InvalidHeaderStart", "the header begins with byte 0x20; '{' is expected." },
        { SafetensorsBytes.Of([.. "{\""u8, 0xff, .. "\":1}"u8], []), "InvalidHeader", "the header is not valid UTF-8." },
        { Of("{"), "InvalidHeaderDeserialization", "the header is not valid JSON near byte 1:" },
        { Of("{}x"), "InvalidHeaderDeserialization", "the header is not valid JSON near byte" },
        { Of("{}\0"), "InvalidHeaderDeserialization", "the header is not valid JSON near byte" },
        { Of("{,}"), "InvalidHeaderDeserialization", "the header is not valid JSON near byte" },
        { Of("""{"\ud800":1}"""), "InvalidHeaderDeserialization", "the header is not valid JSON near byte" },
        { Of("""{"__metadata__":[]}"""), "InvalidHeaderDeserialization", "__metadata__ is an array; a map from strings to strings is expected." },
        { Of("""{"__metadata__":{"a":1}}"""), "InvalidHeaderDeserialization", "__metadata__ has 1 for 'a'; a string is expected." },
        { Of("""{"__metadata__":{"a":{}}}"""), "InvalidHeaderDeserialization", "__metadata__ has an object for 'a'; a string is expected." },
        { Of("""{"__metadata__":{"a":"","a":""}}"""), "InvalidHeaderDeserialization", "__metadata__ has the key 'a' twice." },
        { Of("""{"x":true}"""), "InvalidHeaderDeserialization", "tensor 'x': is true; an object with dtype, shape and data_offsets is expected." },
        { Of("""{"x":{"shape":[],"data_offsets":[0,4]}}""", 4), "InvalidHeaderDeserialization", "tensor 'x': the key 'dtype' is missing;" },
        { Of("""{"x":{"dtype":"F32","data_offsets":[0,4]}}""", 4), "InvalidHeaderDeserialization", "tensor 'x': the key 'shape' is missing;" },
        { Of("""{"x":{"dtype":"F32","shape":[]}}""", 4), "InvalidHeaderDeserialization", "tensor 'x': the key 'data_offsets' is missing;" },
        { Of("""{"x":{"dtype":"F32","dtype":"F32","shape":[],"data_offsets":[0,4]}}""", 4), "InvalidHeaderDeserialization", "tensor 'x': has the key 'dtype' twice." },
        { Of(Tensor("x", "F32", "", "0,4"), Tensor("x", "F32", "", "4,8"), 8), "InvalidHeaderDeserialization", "the key 'x' stands there twice; names must be unique." },
        { Of("""{"x":{"dtype":4,"shape":[],"data_offsets":[0,4]}}""", 4), "InvalidHeaderDeserialization", "tensor 'x': dtype is 4; a string is expected." },
        { Of(Tensor("x", "F31", "", "0,4"), 4), "InvalidHeaderDeserialization", "tensor 'x': dtype 'F31' has no element type here; supported are F32," },
        { Of("""{"x":{"dtype":"F32","shape":4,"data_offsets":[0,4]}}""", 4), "InvalidHeaderDeserialization", "tensor 'x': shape is 4; an array of sizes is expected." },
        { Of(Tensor("x", "F32", "-1", "0,4"), 4), "InvalidHeaderDeserialization", "tensor 'x': shape holds -1; whole numbers from 0 are expected." },
        { Of(Tensor("x", "F32", "1.0", "0,4"), 4), "InvalidHeaderDeserialization", "tensor 'x': shape holds 1.0; whole numbers from 0 are expected." },
        { Of(Tensor("x", "F32", "\"1\"", "0,4"), 4), "InvalidHeaderDeserialization", "tensor 'x': shape holds a string; whole numbers from 0 are expected." },
        { Of(Tensor("x", "F32", "99999999999999999999", "0,4"), 4), "InvalidHeaderDeserialization", "tensor 'x': shape holds 99999999999999999999; whole numbers from 0" },
        { Of(Tensor("x", "F32", "1,4294967296", "0,4"), 4), "ValidationOverflow", "tensor 'x': size 4294967296 in dimension 1 is above 2147483647." },
        { Of(Tensor("x", "F32", "65536,65536", "0,0"), 0), "ValidationOverflow", "tensor 'x': shape [65536, 65536, ...] has more than 2147483647 elements." },
        { Of(Tensor("x", "F32", string.Join(',', Enumerable.Repeat(1, 65)), "0,4"), 4), "InvalidHeaderDeserialization", "tensor 'x': shape has more than 64 dimensions." },
        { Of("""{"x":{"dtype":"F32","shape":[],"data_offsets":{}}}""", 4), "InvalidHeaderDeserialization", "tensor 'x': data_offsets is an object; two offsets are expected." },
        { Of(Tensor("x", "F32", "", "0"), 4), "InvalidHeaderDeserialization", "tensor 'x': data_offsets has 1 of two numbers; begin and end are expected." },
        { Of(Tensor("x", "F32", "", "0,4,8"), 4), "InvalidHeaderDeserialization", "tensor 'x': data_offsets has more than two numbers; begin and end are expected." },
        { Of(Tensor("x", "F32", "", "-4,0"), 4), "InvalidHeaderDeserialization", "tensor 'x': data_offsets holds -4; whole numbers from 0 are expected." },
        { Of(Tensor("x", "F32", "", "4,0"), 4), "InvalidOffset", "tensor 'x': data_offsets are [4, 0]; the begin must not lie behind the end, nor the end behind the 4 bytes of data." },
        { Of(Tensor("x", "F32", "2", "0,8"), 4), "InvalidOffset", "tensor 'x': data_offsets are [0, 8];" },
        { Of(Tensor("x", "F32", "", "9223372036854775803,9223372036854775807"), 4), "InvalidOffset", "tensor 'x': data_offsets are [9223372036854775803, 9223372036854775807];" },
        { Of(Tensor("x", "F32", "2,3", "0,20"), 20), "TensorInvalidInfo", "tensor 'x': data_offsets [0, 20] hold 20 bytes, but shape [2, 3] of F32 takes 24." },
        { Of(Tensor("x", "F32", "0", "0,4"), 4), "TensorInvalidInfo", "tensor 'x': data_offsets [0, 4] hold 4 bytes, but shape [0] of F32 takes 0." },
        { Of(Tensor("x", "U8", "4", "0,4"), Tensor("y", "U8", "2", "2,4"), 4), "InvalidOffset", "tensor 'y': begins at 2, inside of tensor 'x', which ends at 4." },
        { Of(Tensor("x", "U8", "4", "0,4"), Tensor("y", "U8", "4", "0,4"), 4), "InvalidOffset", "tensor 'y': begins at 0, inside of tensor 'x', which ends at 4." },
        { Of(Tensor("x", "U8", "1", "0,1"), Tensor("y", "U8", "2", "2,4"), 4), "InvalidOffset", "tensor 'y': begins at 2; 1 is expected, as no byte may belong to no tensor." },
        { Of(Tensor("x", "U8", "1", "1,2"), 2), "InvalidOffset", "tensor 'x': begins at 1; 0 is expected," },
        { Of(Tensor("x", "U8", "1", "0,1"), 2), "MetadataIncompleteBuffer", "2 bytes of data follow the header, but the tensors end at 1." },
        { Of("{}", 1), "MetadataIncompleteBuffer", "1 bytes of data follow the header, but the tensors end at 0." },
        { Of(Tensor("x", "BOOL", "3", "0,3"), 3), "TensorInvalidInfo", "tensor 'x': element 2 is 2; a BOOL is 0 or 1." },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Damage_is_named_with_file_tensor_and_value(byte[] file, string kind, string description)
    {
        var path = _folder.File("damaged.safetensors", file);
        var exception = Assert.Throws<StateDictException>(() => StateDict.Load(path));
        Assert.StartsWith($"Error while deserializing header: {kind}. {path}: {description}", exception.Message);
    }

    [Fact]
    public void Deep_nesting_is_damage_too()
    {
        var path = _folder.File("deep", Of("{\"x\":{\"later\":" + new string('[', 100_000) + new string(']', 100_000) + "}}"));
        Assert.Contains("is not valid JSON", Assert.Throws<StateDictException>(() => StateDict.Load(path)).Message);
    }

    [Fact]
    public void Any_order_of_data_and_unknown_keys_are_no_damage()
    {
        var later = """{"y":{"future":[{"a":null}],"shape":[1],"dtype":"U8","data_offsets":[1,2]},"x":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""";
        var dict = StateDict.Load(_folder.File("sound", Of(later + "  \n", 2)));
        Assert.Equal(["y", "x"], dict.Keys);
        Assert.Equal([1], ((Tensor<byte>)dict["y"]).ToArray());
    }

    private static string Tensor(string name, string dtype, string shape, string offsets) =>
        $$"""
        "{{name}}":{"dtype":"{{dtype}}","shape":[{{shape}}],"data_offsets":[{{offsets}}]}
        """;

    private static byte[] Of(string first, string second, int dataLength) => Of($"{first},{second}", dataLength);

    private static byte[] Of(string header, int dataLength = 0) => SafetensorsBytes.Of(header is ['"', ..] ? $"{{{header}}}" : header, dataLength);
}
