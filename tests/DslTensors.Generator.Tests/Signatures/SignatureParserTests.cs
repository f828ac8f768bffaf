using DslTensors.Generator.Signatures;

namespace DslTensors.Generator.Tests.Signatures;

public class SignatureParserTests
{
    [Theory]
    [InlineData("b n m, b m p -> b n p")]
    [InlineData("... n m, ... m p -> ... n p")]
    [InlineData("s... -> s...")]
    [InlineData("s... -> reduce(s, dim, keepDim)")]
    [InlineData("s... -> reduce(s, -1)")]
    [InlineData("s... -> reduce(s, dim, false)")]
    [InlineData("s... -> reduce(s, dim, true)")]
    [InlineData("s...[] -> insert(s, dim, count)")]
    [InlineData("s...[] -> concat(s, dim)")]
    [InlineData("-> n m")]
    [InlineData("-> size...")]
    [InlineData("n -> ()")]
    [InlineData("() -> 3")]
    [InlineData("b i, o i, o? -> b o")]
    [InlineData("b c h w, o (c / groups) kh kw -> b o ((((h + (2 * padding)) - (dilation * (kh - 1))) / stride) + 1)")]
    [InlineData("b s..., b s... -> loss(b s..., reduction)")]
    [InlineData("s... -> s..., remove(s, dim)[]")]
    [InlineData("i..., n d -> i... d")]
    [InlineData("n -> (-n)")]
    [InlineData("b? c h w -> pool(b? c, h w, kernelSize, stride, padding, ceilMode)")]
    [InlineData("b? (i * groups) l, o i k, o? -> convolve(b, l, o i k, stride, padding, dilation, groups)")]
    [InlineData("n m? -> n")]
    public void Canonical_text_survives_parsing_and_printing(string text)
    {
        var result = SignatureParser.Parse(text);

        Assert.Null(result.Error);
        Assert.Equal(text, result.Signature!.ToString());
    }

    [Fact]
    public void Spaces_do_not_matter_and_equal_trees_are_equal()
    {
        var tidy = SignatureParser.Parse("b n m, b m p -> b n p").Signature;
        var untidy = SignatureParser.Parse("  b n  m,b m p->b n p ").Signature;

        Assert.Equal(tidy, untidy);
        Assert.Equal(tidy!.GetHashCode(), untidy!.GetHashCode());
        Assert.NotEqual(tidy, SignatureParser.Parse("b n m, b m p -> b p n").Signature);
    }

    [Fact]
    public void An_empty_result_is_a_tensor_without_dimensions()
    {
        var signature = SignatureParser.Parse("s... ->").Signature!;

        Assert.Empty(Assert.IsType<ShapeOutput>(Assert.Single(signature.Outputs)).Dims);
    }

    [Fact]
    public void The_parts_of_an_input_are_told_apart()
    {
        var input = SignatureParser.Parse("b 64 s... (2*n)[]? ->").Signature!.Inputs[0];

        Assert.Collection(input.Dims,
            dim => Assert.Equal(new NamedDim("b"), dim),
            dim => Assert.Equal(new LiteralDim(64), dim),
            dim => Assert.Equal(new RestDim("s"), dim),
            dim => Assert.Equal(
                new ExpressionDim(new BinaryExpression(SizeOperator.Multiply, new NumberExpression(2), new NameExpression("n"))), dim));
        Assert.True(input.IsList);
        Assert.True(input.IsOptional);
    }

    [Fact]
    public void Products_bind_tighter_than_sums_and_both_from_the_left()
    {
        var output = Assert.IsType<ShapeOutput>(SignatureParser.Parse("a b c -> (a - b - c * 2 / a)").Signature!.Outputs[0]);

        Assert.Equal("((a - b) - ((c * 2) / a))", output.Dims[0].ToString());
    }

    [Theory]
    [InlineData("s... -> reduce(s, dim, keepDim)", "dim keepDim")]
    [InlineData("s... -> reduce(s, dim, false)", "dim")]
    [InlineData("s...[] -> insert(s, dim, count)", "dim")]
    [InlineData("-> n m", "n m")]
    [InlineData("b c -> b (c + 2*padding) size...", "padding size")]
    [InlineData("b n m, b m p -> b n p", "")]
    [InlineData("b (c / groups) ->", "c groups")]
    public void Names_without_an_input_are_parameters(string text, string names)
    {
        Assert.Equal(names, string.Join(" ", SignatureParser.Parse(text).Signature!.ParameterNames()));
    }

    [Theory]
    [InlineData("b 64", "b 64")]
    [InlineData("", "()")]
    [InlineData("()", "()")]
    [InlineData("... 3", "... 3")]
    public void A_single_shape_is_read(string text, string printed)
    {
        Assert.Equal(printed, SignatureParser.ParseShape(text).Shape!.ToString());
    }
}
