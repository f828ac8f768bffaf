namespace DslTensors.Tests.Random;

public class RandomSourceTests
{
    [Fact]
    public void The_engine_is_the_published_Mersenne_Twister()
    {
        // The C++ standard states the 10,000th value of the default seed.
        var random = new RandomSource(5489);
        for (var i = 0; i < 9999; i++)
            random.Random();
        Assert.Equal(4123659995u, random.Random());
    }

    [Fact]
    public void Without_a_seed_a_source_has_PyTorchs_default_seed() => Assert.Equal(67280421310721, new RandomSource().InitialSeed);

    [Fact]
    public void Only_the_low_32_bits_of_a_seed_count() => Assert.Equal(new RandomSource(1).Random(), new RandomSource(1 + (1L << 32)).Random());

    [Fact]
    public void Seeding_forgets_the_second_normal_value_of_a_pair()
    {
        var random = new RandomSource(7);
        var (first, again) = (new float[1], new float[1]);
        random.FillNormal<float>(first, 0, 1);
        random.ManualSeed(7);
        random.FillNormal<float>(again, 0, 1);
        Assert.Equal(first, again);
        random.FillNormal<float>(again, 0, 1);
        Assert.NotEqual(first, again);
    }

    [Fact]
    public void Wide_ranges_take_64_bits_and_narrow_ones_32()
    {
        var bits = new RandomSource(5);
        var random = new RandomSource(5);
        var value = new long[1];
        random.FillRandint<long>(value, -3, (1L << 32) - 3);
        Assert.Equal((long)(bits.Random64() % (1UL << 32)) - 3, value[0]);
        random.FillRandint<long>(value, 10, 1L << 32);
        Assert.Equal((bits.Random() % ((1L << 32) - 10)) + 10, value[0]);
        random.FillRandint<long>(value, long.MinValue, long.MaxValue);
        Assert.Equal((long)((bits.Random64() % ulong.MaxValue) + (1UL << 63)), value[0]);
    }

    [Fact]
    public void The_permutation_of_large_lengths_is_a_permutation()
    {
        var values = new int[1000];
        new RandomSource(0).ShuffleInsideOut<int>(values);
        Assert.NotEqual(Enumerable.Range(0, 1000), values);
        Assert.Equal(Enumerable.Range(0, 1000), values.Order());
    }

    [Fact]
    public void Halves_are_uniform_in_11_bits()
    {
        var bits = new RandomSource(0);
        var values = new Half[100];
        new RandomSource(0).FillUniform<Half>(values, 0, 1);
        foreach (var value in values)
            Assert.Equal((float)(bits.Random() & 2047) / 2048, (float)value);
    }

    [Fact]
    public void Halves_are_normal()
    {
        var values = new Half[4096];
        new RandomSource(0).FillNormal<Half>(values, 2, 0.5);
        Assert.All(values, value => Assert.True(Half.IsFinite(value)));
        Assert.Equal(2, values.Average(value => (double)value), 0.05);
        Assert.Equal(0.25, values.Average(value => Math.Pow((double)value - 2, 2)), 0.03);
    }

    [Theory]
    [InlineData(0, 1f)]
    [InlineData(1, 0f)]
    public void Dropout_of_nothing_and_of_everything_draws_nothing(double p, float expected)
    {
        var random = new RandomSource(0);
        var mask = new float[8];
        random.FillDropoutMask<float>(mask, p);
        Assert.All(mask, value => Assert.Equal(expected, value));
        Assert.Equal(new RandomSource(0).Random(), random.Random());
    }

    [Fact]
    public void Exponential_values_have_their_rate()
    {
        var values = new double[10000];
        new RandomSource(0).FillExponential<double>(values, 4);
        Assert.All(values, value => Assert.True(value >= 0));
        Assert.Equal(0.25, values.Average(), 0.01);
    }

    [Fact]
    public void Fills_of_several_threads_do_not_interleave()
    {
        var random = new RandomSource(0);
        var filled = Enumerable.Range(0, 64).AsParallel().Select(_ =>
        {
            var values = new double[1000];
            random.FillUniform<double>(values, 0, 1);
            return values;
        }).ToArray();
        var expected = new double[64000];
        new RandomSource(0).FillUniform<double>(expected, 0, 1);
        Assert.Equal(expected.Chunk(1000).OrderBy(chunk => chunk[0]), filled.OrderBy(chunk => chunk[0]));
    }

    public static TheoryData<string, Action<RandomSource>> Mistakes() => new()
    {
        { "uniform_ expects to return a [from, to) range, but found from=2 > to=1.5", random => random.FillUniform(new float[1], 2, 1.5) },
        { "from is out of bounds for Single: NaN", random => random.FillUniform(new float[1], double.NaN, 1) },
        { "to is out of bounds for Single: 1E+39", random => random.FillUniform(new float[1], 0, 1e39) },
        { "uniform_ expects to-from <= Single.MaxValue", random => random.FillUniform(new float[1], -3e38, 3e38) },
        { "normal expects std >= 0.0, but found std -1", random => random.FillNormal(new double[1], 0, -1) },
        { "bernoulli_ expects p to be in [0, 1], but got p=1.5", random => random.FillBernoulli(new float[1], 1.5) },
        { "dropout probability has to be between 0 and 1, but got -0.5", random => random.FillDropoutMask(new float[1], -0.5) },
        { "random_ expects 'from' to be less than 'to', but got from=5 >= to=5", random => random.FillRandint(new long[1], 5, 5) },
        { "from is out of bounds for Byte, which does not hold -1", random => random.FillRandint(new byte[1], -1, 5) },
        { "to - 1 is out of bounds for SByte, which does not hold 128", random => random.FillRandint(new sbyte[1], 0, 129) },
        { "n - 1 is out of bounds for Byte, which does not hold 299", random => random.FillRandperm(new byte[300]) },
        { "exponential_ expects lambda > 0.0, but found lambda=0", random => random.FillExponential(new float[1], 0) },
        { "invalid multinomial distribution (encountering probability entry < 0): weight 1 is -2", random => random.FillMultinomial([1f, -2f], new long[1]) },
        { "invalid multinomial distribution (sum of probabilities <= 0): the 2 weights add up to 0", random => random.FillMultinomial([0f, 0f], new long[1]) },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_in_PyTorchs_words(string message, Action<RandomSource> call) =>
        Assert.StartsWith(message, Assert.ThrowsAny<TensorException>(() => call(new RandomSource(0))).Message);
}
