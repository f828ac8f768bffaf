using System.Numerics;
using System.Text.Json;
using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Random;

/// <summary>
/// Every draw of the reference file, which PyTorch made after <c>manual_seed(seed)</c>. Floats agree in every bit; doubles may
/// differ in the last ones where the platform's logarithm, sine and cosine are not the GNU library's.
/// </summary>
public class RandomReferenceTests
{
    private static readonly JsonElement Draws = ReferenceFile.ReadJson("random.json");

    public static TheoryData<int, string> Calls()
    {
        var calls = new TheoryData<int, string>();
        foreach (var draw in Draws.EnumerateArray())
            calls.Add(draw.GetProperty("seed").GetInt32(), draw.GetProperty("call").GetString()!);
        return calls;
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void Draws_what_PyTorch_draws(int seed, string call)
    {
        var expected = Draws.EnumerateArray()
            .Single(draw => draw.GetProperty("seed").GetInt32() == seed && draw.GetProperty("call").GetString() == call)
            .GetProperty("results").EnumerateArray().Select(ReferenceTensor.Parse).ToArray();
        var random = new RandomSource(seed);
        if (call.EndsWith(" float64"))
            CheckReal<double>(random, call[..^8], expected, tolerance: 1e-14);
        else if (call.EndsWith(" float32"))
            CheckReal<float>(random, call[..^8], expected, tolerance: 0);
        else
            CheckIntegers(random, call, expected);
    }

    private static void CheckReal<T>(RandomSource random, string call, ReferenceTensor[] expected, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (var tensor in expected)
        {
            var actual = new T[tensor.Data.Length];
            Draw(random, call, tensor.Shape, actual);
            for (var i = 0; i < actual.Length; i++)
            {
                var (want, got) = (tensor.Data[i], double.CreateChecked(actual[i]));
                Assert.True(
                    Math.Abs(want - got) <= tolerance,
                    $"{call}: element {i} of {tensor.Data.Length} is {got:R}, PyTorch has {want:R}");
            }
        }
    }

    private static void Draw<T>(RandomSource random, string call, int[] shape, T[] target)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        switch (call)
        {
            case "rand(5), rand(3, 7), rand(2)":
                random.FillUniform<T>(target, 0, 1);
                break;
            case "randn(5), randn(4, 5), randn(3)" or "randn(16), randn(33)" or "Embedding(5, 3) weight":
                random.FillNormal<T>(target, 0, 1);
                break;
            case "empty(6).uniform_(-2, 3), empty(20).normal_(1, 2)":
                if (target.Length == 6)
                    random.FillUniform<T>(target, -2, 3);
                else
                    random.FillNormal<T>(target, 1, 2);
                break;
            case "dropout(ones(4, 6), 0.3, training)":
                random.FillDropoutMask<T>(target, 0.3);
                break;
            case "bernoulli(full(10, 0.3))":
                var probabilities = new T[target.Length];
                Array.Fill(probabilities, T.CreateTruncating(0.3));
                random.FillBernoulli<T, T>(probabilities, target);
                break;
            case "Linear(4, 3) weight, bias":
                FillLayer(random, target, fanIn: 4);
                break;
            case "Conv2d(2, 3, 3) weight, bias":
                FillLayer(random, target, fanIn: 2 * 3 * 3);
                break;
            case "LSTM(3, 4) all parameters":
                random.FillUniform<T>(target, -1 / Math.Sqrt(4), 1 / Math.Sqrt(4));
                break;
            default:
                throw new InvalidOperationException($"no test draws '{call}'");
        }
    }

    /// <summary>Kaiming with a = √5 for weights and 1/√fanIn for biases come to the same bound.</summary>
    private static void FillLayer<T>(RandomSource random, T[] target, int fanIn)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var bound = target.Length == 3
            ? 1 / Math.Sqrt(fanIn)
            : Math.Sqrt(3.0) * (Math.Sqrt(2.0 / (1 + Math.Pow(Math.Sqrt(5), 2))) / Math.Sqrt(fanIn));
        random.FillUniform<T>(target, -bound, bound);
    }

    private static void CheckIntegers(RandomSource random, string call, ReferenceTensor[] expected)
    {
        foreach (var tensor in expected)
        {
            var actual = new long[tensor.Data.Length];
            switch (call)
            {
                case "randint(0, 10, (8,)), randint(-5, 5, (2, 3))":
                    random.FillRandint<long>(actual, actual.Length == 8 ? 0 : -5, actual.Length == 8 ? 10 : 5);
                    break;
                case "randperm(10), randperm(3)":
                    random.FillRandperm<long>(actual);
                    break;
                case "multinomial([0.1, 0.2, 0.7], 8, replacement)":
                    random.FillMultinomial([0.1f, 0.2f, 0.7f], actual);
                    break;
                default:
                    throw new InvalidOperationException($"no test draws '{call}'");
            }

            Assert.Equal(tensor.Data.Select(value => (long)value), actual);
        }
    }
}
