using System.Numerics;
using System.Text.Json;
using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Modules;

/// <summary>The same seed gives the same weights as in PyTorch, and leaves the stream of random numbers at the same place.</summary>
[Collection(nameof(Alone))]
public class InitReferenceTests
{
    private static readonly JsonElement s_answers = ReferenceFile.ReadJson("initialization/initialization.json");

    public static IEnumerable<object[]> Cases() => s_answers.GetProperty("cases").EnumerateArray()
        .Select(answer => new object[] { answer.GetProperty("name").GetString()!, answer.GetProperty("dtype").GetString()! });

    [Theory]
    [MemberData(nameof(Cases))]
    public void WeightsAreThoseOfPyTorch(string name, string dtype)
    {
        var answer = s_answers.GetProperty("cases").EnumerateArray().Single(answer => answer.GetProperty("name").GetString() == name && answer.GetProperty("dtype").GetString() == dtype);
        var shape = answer.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32()).ToArray();
        var values = answer.GetProperty("values").EnumerateArray().Select(value => value.GetDouble()).ToArray();
        if (dtype == "float32")
            Compare<float>(name, shape, values, answer.GetProperty("next").GetInt64());
        else
            Compare<double>(name, shape, values, answer.GetProperty("next").GetInt64());
    }

    [Fact]
    public void GainsAreThoseOfPyTorch()
    {
        foreach (var gain in s_answers.GetProperty("gains").EnumerateArray())
        {
            var nonlinearity = Enum.Parse<Nonlinearity>(gain[0].GetString()!);
            var ours = gain[1].ValueKind == JsonValueKind.Null ? Init.CalculateGain(nonlinearity) : Init.CalculateGain(nonlinearity, gain[1].GetDouble());
            Assert.Equal(gain[2].GetDouble(), ours, 1e-15);
        }
    }

    private static void Compare<T>(string name, int[] shape, double[] values, long next)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // Orthogonal matrices are factored by other steps; PyTorch's inverse error function goes through the platform's erf and exp.
        var tolerance = name.StartsWith("orthogonal", StringComparison.Ordinal) || name.StartsWith("trunc", StringComparison.Ordinal) ? (typeof(T) == typeof(float) ? 1e-6 : 1e-14) : 0;
        using var stream = new DefaultStream();
        foreach (var make in new Func<Tensor<T>>[] { () => Create<T>(name, shape), () => Fill(name, Init.Constant<T>(7, shape)) })
        {
            stream.Restart();
            var weight = make();
            Assert.Equal(shape, weight.Shape.ToArray());
            Assert.All(weight.ToArray().Zip(values), pair => Assert.Equal(pair.Second, double.CreateTruncating(pair.First), tolerance));
            Assert.Equal(next, Tensor.Randint(0, 1 << 30, [1]).Item());
        }

        stream.Restart();

        // Also where the memory is not in order.
        var transposed = Init.Constant<T>(7, [.. shape.Reverse()]).Permute([.. Enumerable.Range(0, shape.Length).Reverse()]);
        Assert.All(Fill(name, transposed).ToArray().Zip(values), pair => Assert.Equal(pair.Second, double.CreateTruncating(pair.First), tolerance));
        Assert.Equal(1, transposed.Version);
    }

    private static Tensor<T> Create<T>(string name, int[] sizes)
        where T : unmanaged, IFloatingPointIeee754<T> => name switch
        {
            "uniform" => Init.Uniform<T>(-2, 3, sizes),
            "normal" => Init.Normal<T>(1, 0.5, sizes),
            "normal of few" => Init.Normal<T>(0, 1, sizes),
            "eye" => Init.Eye<T>(sizes[0], sizes[1]),
            "dirac" or "dirac in space" => Init.Dirac<T>(sizes),
            "dirac in groups" => Init.Dirac<T>(sizes, 3),
            "xavier uniform" => Init.XavierUniform<T>(sizes, 2),
            "xavier normal" => Init.XavierNormal<T>(sizes, 5.0 / 3),
            "kaiming uniform" => Init.KaimingUniform<T>(sizes, 0),
            "kaiming uniform of tanh" => Init.KaimingUniform<T>(sizes, 0, FanMode.FanOut, Nonlinearity.Tanh),
            "kaiming uniform of layers" => Init.KaimingUniform<T>(sizes),
            "kaiming normal" => Init.KaimingNormal<T>(sizes),
            "kaiming normal of relu" => Init.KaimingNormal<T>(sizes, 0, FanMode.FanOut, Nonlinearity.Relu),
            "trunc normal" => Init.TruncNormal<T>(sizes),
            "trunc normal around" => Init.TruncNormal<T>(sizes, 0.5, 0.02, 0.47, 0.6),
            "orthogonal" => Init.Orthogonal<T>(sizes),
            "orthogonal of a wide one" => Init.Orthogonal<T>(sizes, 2),
            _ => Init.Sparse<T>(sizes, 0.4),
        };

    private static Tensor<T> Fill<T>(string name, Tensor<T> weight)
        where T : unmanaged, IFloatingPointIeee754<T> => name switch
        {
            "uniform" => Init.UniformInPlace(weight, -2, 3),
            "normal" => Init.NormalInPlace(weight, 1, 0.5),
            "normal of few" => Init.NormalInPlace(weight),
            "eye" => Init.EyeInPlace(weight),
            "dirac" or "dirac in space" => Init.DiracInPlace(weight),
            "dirac in groups" => Init.DiracInPlace(weight, 3),
            "xavier uniform" => Init.XavierUniformInPlace(weight, 2),
            "xavier normal" => Init.XavierNormalInPlace(weight, 5.0 / 3),
            "kaiming uniform" => Init.KaimingUniformInPlace(weight),
            "kaiming uniform of tanh" => Init.KaimingUniformInPlace(weight, 0, FanMode.FanOut, Nonlinearity.Tanh),
            "kaiming uniform of layers" => Init.KaimingUniformInPlace(weight, Math.Sqrt(5)),
            "kaiming normal" => Init.KaimingNormalInPlace(weight),
            "kaiming normal of relu" => Init.KaimingNormalInPlace(weight, 0, FanMode.FanOut, Nonlinearity.Relu),
            "trunc normal" => Init.TruncNormalInPlace(weight),
            "trunc normal around" => Init.TruncNormalInPlace(weight, 0.5, 0.02, 0.47, 0.6),
            "orthogonal" => Init.OrthogonalInPlace(weight),
            "orthogonal of a wide one" => Init.OrthogonalInPlace(weight, 2),
            _ => Init.SparseInPlace(weight, 0.4),
        };

    /// <summary>The seed of the reference, and afterwards what the stream was before.</summary>
    private sealed class DefaultStream : IDisposable
    {
        private readonly RandomState _before = RandomSource.Default.GetState();

        public void Restart() => Tensor.ManualSeed(0);

        public void Dispose() => RandomSource.Default.SetState(_before);
    }
}
