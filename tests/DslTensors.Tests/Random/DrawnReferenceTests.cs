using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Random;

/// <summary>The random operators draw what PyTorch's draw after the same seed, and as many numbers.</summary>
[Collection(DefaultRandomSourceCollection.Name)]
public class DrawnReferenceTests
{
    private static readonly Tensor<float> s_weights = Tensor.From(new[,] { { 0.1f, 0.4f, 0, 0.5f }, { 3, 1, 1, 2 } });
    private static readonly Tensor<float> s_probabilities = [0, 0.25f, 0.5f, 0.75f, 1, 0.5f, 0.5f, 0.5f];
    private static readonly Tensor<float> s_means = Tensor.Arange<float>(6).Reshape(2, 3);
    private static readonly Tensor<float> s_deviations = [0.5f, 1, 0];

    private static readonly Dictionary<string, Func<Tensor>> s_calls = new()
    {
        ["randint"] = () => Tensor.Randint(10, [12]),
        ["randint_low"] = () => Tensor.Randint(-5, 5, [2, 6]),
        ["randint_wide"] = () => Tensor.Randint(0, 1L << 40, [5]),
        ["randint_float"] = () => Tensor.Randint<float>(-5, 5, [6]),
        ["randint_like"] = () => s_means.RandintLike(3, 9),
        ["randperm"] = () => Tensor.Randperm(10),
        ["rand_like"] = () => s_means.RandLike(),
        ["randn_like"] = () => s_means.To<double>().RandnLike(),
        ["bernoulli"] = () => s_probabilities.Bernoulli(),
        ["bernoulli_double"] = () => s_probabilities.To<double>().Bernoulli(),
        ["bernoulli_p"] = () => s_probabilities.Bernoulli(0.3),
        ["normal"] = () => Tensor.Normal(2, 0.5, [20]),
        ["normal_means"] = () => s_means.Normal(0.5),
        ["normal_deviations"] = () => Tensor.Normal(2, s_deviations),
        ["normal_both"] = () => Tensor.Normal(s_means, s_deviations),
        ["multinomial"] = () => s_weights.Multinomial(2),
        ["multinomial_one"] = () => s_weights.Multinomial(1, replacement: true),
        ["multinomial_replacement"] = () => s_weights.Multinomial(7, replacement: true),
        ["multinomial_vector"] = () => s_weights[1].Multinomial(3),
    };

    public static TheoryData<string> Names => [.. s_calls.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Draws_what_PyTorch_draws(string name)
    {
        var answer = ReferenceFile.ReadJson("random/drawn.json").GetProperty(name);
        Tensor.ManualSeed(3);
        var drawn = s_calls[name]();
        Assert.Equal(answer.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32()), drawn.Shape);
        var (expected, actual) = (answer.GetProperty("data").EnumerateArray().Select(item => item.GetDouble()).ToArray(), drawn.To<double>().ToArray());
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-6 * Math.Max(1, Math.Abs(expected[i])));
        Assert.Equal(answer.GetProperty("next").GetDouble(), Tensor.Rand().Item(), 1e-7);
    }

    [Fact]
    public void Types_are_those_of_PyTorch()
    {
        Assert.IsType<Tensor<long>>(Tensor.Randint(10, [1]));
        Assert.IsType<Tensor<long>>(Tensor.Randperm(3));
        Assert.IsType<Tensor<int>>(Tensor.Randperm<int>(3));
        Assert.IsType<Tensor<long>>(Tensor.Arange(3));
        Assert.IsType<Tensor<long>>(Tensor.Arange(3L));
        Assert.IsType<Tensor<long>>(Tensor.Arange(0, 3L, 2));
        Assert.IsType<Tensor<float>>(Tensor.Arange(3.0));
        Assert.IsType<Tensor<float>>(Tensor.Arange(0, 3, 0.5));
        Assert.IsType<Tensor<double>>(Tensor.Arange<double>(0, 3, 0.5));
        Assert.IsType<Tensor<float>>(Tensor.Normal(0, 1, [2]));
    }
}
