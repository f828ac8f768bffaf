using DslTensors.Generator.Signatures;

namespace DslTensors.Generator.Tests.Signatures;

public class SignatureFuzzTests
{
    private static readonly string[] Words =
    [
        "a", "b", "s...", "...", "->", ",", "[]", "[", "]", "(", ")", "()", "+", "-", "*", "/", "?", "1", "64", "99999999999", " ", " ", " ",
        "reduce(", "insert(s, dim, count)", "concat(s, dim)", "..", "=>", "é", "\0", "\ud800", "\n", "_x1", "(a + 1)", "matmul(a, b)",
    ];

    [Fact]
    public void Any_text_is_answered_and_every_tree_survives_printing()
    {
        var random = new Random(1);
        var parsed = 0;
        for (var i = 0; i < 200_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(14)).Select(_ => Words[random.Next(Words.Length)]));
            var result = SignatureParser.Parse(text);

            Assert.True(result.Signature is null != result.Error is null, text);
            if (result.Error is { } error)
            {
                Assert.True(error.Position >= 0 && error.Length >= 0 && error.Position + error.Length <= text.Length, $"{text}: {error}");
            }
            else
            {
                parsed++;
                Assert.Equal(result.Signature, SignatureParser.Parse(result.Signature!.ToString()).Signature);
                Evaluate(result.Signature, random);
            }
        }

        Assert.True(parsed > 1000, $"only {parsed} texts were valid: the words no longer exercise the parser");
    }

    [Theory]
    [InlineData("(")]
    [InlineData("a (-")]
    [InlineData("a (1 + ")]
    [InlineData("a ")]
    [InlineData("a, ")]
    [InlineData("a -> reduce(")]
    [InlineData("...")]
    public void Long_repetitions_do_not_exhaust_the_stack(string part)
    {
        SignatureParser.Parse(string.Concat(Enumerable.Repeat(part, 100_000)));
        SignatureParser.ParseShape("a (" + string.Concat(Enumerable.Repeat("1 + ", 100_000)) + "1)");
    }

    private static void Evaluate(Signature signature, Random random)
    {
        var inputs = signature.Inputs.Select(input => random.Next(4) switch
        {
            0 => EvaluationInput.Unknown,
            _ when input.IsList => EvaluationInput.List(Enumerable.Range(0, random.Next(3)).Select(_ => RandomShape(random))),
            _ => EvaluationInput.Single(RandomShape(random)),
        }).ToArray();
        var arguments = signature.ParameterNames().ToDictionary(name => name, _ => random.Next(5) switch
        {
            0 => ArgumentValue.Null,
            1 => ArgumentValue.Of(random.Next(-3, 4)),
            2 => ArgumentValue.List([random.Next(-2, 3), random.Next(-2, 3)]),
            3 => ArgumentValue.Of(true),
            _ => ArgumentValue.Unknown,
        });

        var result = SignatureEvaluator.Evaluate(signature, inputs, arguments);
        Assert.Equal(signature.Outputs.Count, result.Outputs.Count);
    }

    private static SymbolicShape RandomShape(Random random) => random.Next(5) == 0
        ? SymbolicShape.Unknown
        : SymbolicShape.Of(Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(5) switch
        {
            0 => SymbolicSize.Unknown,
            1 => SymbolicSize.Named("n"),
            _ => SymbolicSize.Of(random.Next(4)),
        }));
}
