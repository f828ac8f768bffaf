using System.Text.Json;
using System.Text.RegularExpressions;
using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Tensors;

/// <summary>What random indices read and write, by PyTorch: values, gradients and error texts.</summary>
public class IndexingReferenceTests
{
    private static readonly JsonElement s_answers = ReferenceFile.ReadJson("indexing/indexing.json");

    private static readonly Regex s_typeName = new(@"torch\.\w+\{(\[.*?\])\}");

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, s_answers.GetArrayLength())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reading_is_as_in_PyTorch(int number)
    {
        var (answer, x, index) = Case(number);
        x.RequiresGrad = true;
        if (Text(answer, "error") is { } error)
        {
            Assert.StartsWith(error, Assert.ThrowsAny<TensorException>(() => x[index]).Message);
            return;
        }

        var part = x[index];
        Assert.Equal(Integers(answer.GetProperty("read").GetProperty("shape")), part.Shape.ToArray());
        Assert.Equal(Reals(answer.GetProperty("read").GetProperty("data")), part.ToArray());
        if (!answer.TryGetProperty("grad", out var gradient))
            return;
        var weights = Tensor.Arange<double>(1, part.Count + 1).Reshape(part.Shape.ToArray());
        (part * weights).Sum().Backward();
        Assert.Equal(Reals(gradient), x.Grad!.ToArray());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Writing_is_as_in_PyTorch(int number)
    {
        var (answer, x, index) = Case(number);
        if (Text(answer, "error") is not null)
        {
            Assert.ThrowsAny<TensorException>(() => x[index] = 0);
            return;
        }

        var filled = x.Clone();
        filled[index] = -7;
        Assert.Equal(Reals(answer.GetProperty("number")), filled.ToArray());
        var value = Read(answer.GetProperty("value"));
        if (Text(answer, "refused") is { } refused)
            Assert.StartsWith(s_typeName.Replace(refused.Replace("  ", " "), "$1"), Assert.ThrowsAny<TensorException>(() => x[index] = value).Message);
        else
            x[index] = value;
        if (answer.TryGetProperty("written", out var written))
            Assert.Equal(Reals(written), x.ToArray());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Written_values_have_gradients(int number)
    {
        var (answer, x, index) = Case(number);
        if (!answer.TryGetProperty("written", out _) || !answer.GetProperty("index").EnumerateArray().All(position => position.ValueKind == JsonValueKind.Object))
            return;
        var value = Read(answer.GetProperty("value"));
        var (source, target) = (x.Clone(), value.Clone());
        (source.RequiresGrad, target.RequiresGrad) = (true, true);
        var written = source * 2;
        try
        {
            written[index] = target;
        }
        catch (AutogradException error) when (error.Message.Contains(" a view ", StringComparison.Ordinal) || error.Message.Contains("through a view", StringComparison.Ordinal))
        {
            return;
        }

        (written * written).Sum().Backward();
        var flat = Tensor.From(written.ToArray());
        var kept = Tensor.From(Reals(answer.GetProperty("written"))).Eq(Tensor.From(x.ToArray()) * 1);
        Assert.Equal(Tensor.Where(kept, flat * 4, 0).ToArray(), source.Grad!.ToArray());
        Assert.Equal((x[index] * 0 + value).Sum().Item() * 2, target.Grad!.Sum().Item());
    }

    private static (JsonElement Answer, Tensor<double> X, TensorIndex?[] Index) Case(int number)
    {
        var answer = s_answers[number];
        var shape = Integers(answer.GetProperty("shape"));
        var count = shape.Aggregate(1, (product, size) => product * size);
        return (answer, Tensor.Arange<double>(1, count + 1).Reshape(shape), [.. answer.GetProperty("index").EnumerateArray().Select(Position)]);
    }

    private static TensorIndex? Position(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => (TensorIndex?)null,
        JsonValueKind.Number => json.GetInt32(),
        JsonValueKind.String => TensorIndex.Ellipsis,
        JsonValueKind.Array => TensorIndex.Slice(Bound(json[0]), Bound(json[1]), json[2].GetInt32()),
        _ when json.TryGetProperty("ids", out var ids) => Read(ids).To<long>(),
        _ => Read(json.GetProperty("mask")).To<bool>(),
    };

    private static Tensor<double> Read(JsonElement json) => Tensor.From(Reals(json.GetProperty("data"))).Reshape(Integers(json.GetProperty("shape")));

    private static int? Bound(JsonElement json) => json.ValueKind == JsonValueKind.Null ? null : json.GetInt32();

    private static string? Text(JsonElement answer, string name) => answer.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static int[] Integers(JsonElement json) => [.. json.EnumerateArray().Select(item => item.GetInt32())];

    private static double[] Reals(JsonElement json) => [.. json.EnumerateArray().Select(item => item.ValueKind switch
    {
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        _ => item.GetDouble(),
    })];
}
