using System.Runtime.CompilerServices;
using System.Text.Json;
using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Differentiation.Programs;

/// <summary>Programs of Reference/autograd/programs.py in our names, and PyTorch's answers to them.</summary>
internal static class TorchProgram
{
    private static readonly JsonElement s_answers = ReferenceFile.ReadJson("autograd/programs.json");

    /// <summary>Fails unless a program answers as PyTorch does: the same values, or an error that opens with the same sentences.</summary>
    /// <param name="program">Returns tensors, numbers, strings, truths or null, alone or in an array.</param>
    /// <param name="name">Its name there, in any case.</param>
    public static void Answers(Func<object?> program, [CallerMemberName] string name = "")
    {
        var answer = s_answers.GetProperty(name.ToLowerInvariant());
        if (answer.TryGetProperty("error", out var error))
            Assert.StartsWith(InOurNames(error.GetString()!), Assert.ThrowsAny<TensorException>(program).Message);
        else
            Compare(answer.GetProperty("value"), program());
    }

    public static Tensor<double> X(params int[] size)
    {
        var x = Tensor.Ones<double>(size.Length == 0 ? [5] : size);
        x.RequiresGrad = true;
        return x;
    }

    public static Tensor<double> Numbers(params int[] size) => Tensor.Arange<double>(0, size.Aggregate(1, (count, next) => count * next)).Reshape(size);

    public static void Discard(object? value) => GC.KeepAlive(value);

    private static string InOurNames(string error)
    {
        foreach (var theirs in (string[])[" Hint:", " Set allow_unused"])
            error = error.Split(theirs)[0];
        return error.Replace("torch.Double", "Double").Replace("torch::autograd::", "").Replace("hook '<lambda>'", "hook").TrimEnd('.');
    }

    private static void Compare(JsonElement expected, object? actual)
    {
        switch (actual)
        {
            case null:
                Assert.Equal(JsonValueKind.Null, expected.ValueKind);
                break;
            case Tensor<double> tensor:
                Assert.Equal(Integers(expected.GetProperty("shape")), tensor.Shape.ToArray());
                var (values, wanted) = (tensor.ToArray(), expected.GetProperty("data").EnumerateArray().Select(number => number.GetDouble()).ToArray());
                for (var i = 0; i < wanted.Length; i++)
                    Assert.True(Math.Abs(values[i] - wanted[i]) <= 1e-12 * Math.Max(1, Math.Abs(wanted[i])), $"element {i}: expected {wanted[i]}, got {tensor}");
                break;
            case bool truth:
                Assert.Equal(expected.GetBoolean(), truth);
                break;
            case int number:
                Assert.Equal(expected.GetInt32(), number);
                break;
            case string text:
                Assert.Equal(expected.GetString(), text);
                break;
            case System.Collections.IEnumerable list:
                var entries = list.Cast<object?>().ToArray();
                Assert.Equal(expected.GetArrayLength(), entries.Length);
                for (var i = 0; i < entries.Length; i++)
                    Compare(expected[i], entries[i]);
                break;
            default:
                throw new ArgumentException($"an answer of type {actual.GetType()}");
        }
    }

    private static int[] Integers(JsonElement array) => [.. array.EnumerateArray().Select(size => size.GetInt32())];
}
