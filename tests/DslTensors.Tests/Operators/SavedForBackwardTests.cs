using System.Text.Json;
using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Operators;

/// <summary>
/// What an operator saves decides which in-place writes make backward raise: each input and each result in turn is written to, and the
/// answer has to be PyTorch's (Reference/saved/saved.py found it out in the same way).
/// </summary>
public class SavedForBackwardTests
{
    /// <summary>Where we differ, each with the reason.</summary>
    private static readonly Dictionary<string, string> s_differences = new()
    {
        ["adaptive_avg_pool2d"] = "the gradient needs the sizes of the input only",
        ["avg_pool2d"] = "the gradient needs the sizes of the input only",
        ["max_pool2d"] = "the gradient needs the places of the maxima and the sizes of the input only",
        ["mean"] = "the gradient needs the sizes only, and newer versions of PyTorch save no more",
        ["nll_loss"] = "the gradient needs the sizes of the input only",
        ["prod"] = "the gradient is a product of the other elements, exact also beside a 0, and never reads the result",
    };

    private static readonly Dictionary<string, (int Case, string[] Saved)> s_answers = ReferenceFile.ReadJson("saved/saved.json").GetProperty("cases").EnumerateArray()
        .ToDictionary(Op, answer => (answer.GetProperty("case").GetInt32(), answer.GetProperty("saved").EnumerateArray().Select(name => name.GetString()!).ToArray()));

    // The elements of an expanded tensor share memory: a write to it is refused.
    public static TheoryData<string> Operators => [.. s_answers.Keys.Where(op => op != "expand")];

    [Theory]
    [MemberData(nameof(Operators))]
    public void A_write_makes_backward_raise_exactly_where_PyTorch_does(string op)
    {
        var (index, expected) = s_answers[op];
        var answer = ReferenceCase.All.Where(candidate => candidate.Op == op).ElementAt(index);
        var saved = new List<string>();
        var (inputs, results) = Run(answer);
        for (var i = 0; i < inputs.Length + results.Length; i++)
        {
            if (Raises(answer, i))
                saved.Add(i < inputs.Length ? $"input{i}" : $"result{i - inputs.Length}");
        }

        if (s_differences.TryGetValue(op, out var reason))
            Assert.True(!expected.SequenceEqual(saved), $"{op} saves what PyTorch does: '{reason}' is no difference any more");
        else
            Assert.Equal(expected, saved);
    }

    private static (Tensor[] Inputs, Tensor[] Results) Run(ReferenceCase answer)
    {
        var inputs = ReferenceComparison.Inputs(answer);
        for (var i = 0; i < inputs.Length; i++)
        {
            // A leaf's own rules would be in the way.
            if (inputs[i].RequiresGrad)
                inputs[i] = inputs[i] is Tensor<double> real ? real.Clone() : inputs[i].As<float>().Clone();
        }

        return (inputs, OperatorCall.Run(answer, inputs));
    }

    private static bool Raises(ReferenceCase answer, int written)
    {
        var (inputs, results) = Run(answer);
        ZeroInPlace(written < inputs.Length ? inputs[written] : results[written - inputs.Length]);
        try
        {
            foreach (var result in results.Where(result => result.RequiresGrad))
                result.Backward(OnesLike(result), retainGraph: true);
            return false;
        }
        catch (AutogradException error)
        {
            Assert.Contains("modified by an inplace operation", error.Message);
            return true;
        }
    }

    private static void ZeroInPlace(Tensor tensor)
    {
        switch (tensor)
        {
            case Tensor<double> real:
                real.Detach().MulInPlace(0);
                break;
            case Tensor<float> real:
                real.Detach().MulInPlace(0);
                break;
            case Tensor<long> integers:
                integers.MulInPlace(0);
                break;
            case Tensor<bool> truths:
                truths.CopyInPlace(Tensor.From([false]));
                break;
        }
    }

    private static Tensor OnesLike(Tensor tensor) => tensor is Tensor<double> ? Tensor.Ones<double>(tensor.Shape.ToArray()) : Tensor.Ones(tensor.Shape.ToArray());

    private static string Op(JsonElement answer) => answer.GetProperty("op").GetString()!;
}
