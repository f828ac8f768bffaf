using DslTensors.Generator.Signatures;

namespace DslTensors.Generator.Tests.Signatures;

/// <summary>The marked part is what the error points at.</summary>
public class SignatureErrorTests
{
    [Theory]
    [InlineData("b n m, b m p⟦⟧", "'->' and the shapes of the results should follow here")]
    [InlineData("⟦⟧", "a shape is missing here; a tensor without dimensions is written ()")]
    [InlineData("a,⟦,⟧ b -> a", "a shape is missing here")]
    [InlineData("a b ⟦=⟧> a", "the arrow is written '->'")]
    [InlineData("a b ⟦→⟧ a", "the arrow is written '->'")]
    [InlineData("a ⟦..⟧ b -> a", "three dots")]
    [InlineData("a -> b ⟦->⟧ c", "more than one '->'")]
    [InlineData("a ⟦-⟧1 -> a", "a size cannot be negative")]
    [InlineData("2⟦*⟧n -> n", "arithmetic stands in parentheses")]
    [InlineData("a b ⟦$⟧ -> a", "should stand here, not '$'")]
    [InlineData("a (n + ⟦)⟧ -> a", "a name, a number or '('")]
    [InlineData("a (n + 1 ⟦->⟧ a", "')' is missing; the '(' stands at column 3")]
    [InlineData("a ⟦99999999999⟧ -> a", "too large for a size")]
    [InlineData("s... ⟦t...⟧ -> s...", "only one '...'")]
    [InlineData("s... ⟦t?⟧ n -> s...", "only one '...' or optional dimension")]
    [InlineData("n m -> ⟦... n⟧", "'...' in a result needs '...' in an input")]
    [InlineData("s... -> ⟦n s⟧", "'s' is one size here and several dimensions")]
    [InlineData("s..., ⟦n s⟧ -> n", "'s' is one size here and several dimensions")]
    [InlineData("a ⟦[⟧3] -> a", "marked with '[]'")]
    [InlineData("s... -> ⟦redcue⟧(s, dim)", "there is no shape function 'redcue'; there are")]
    [InlineData("s... -> n ⟦reduce⟧(s, dim)", "can only stand alone")]
    [InlineData("⟦reduce⟧(s, dim) -> s...", "can only stand alone")]
    [InlineData("s... -> ⟦reduce(s)⟧", "an argument is missing: reduce(s, dim, keepDim?)")]
    [InlineData("s... -> reduce(s, dim, keepDim, ⟦x⟧)", "too many arguments: reduce(s, dim, keepDim?)")]
    [InlineData("s... -> reduce(⟦x⟧, dim)", "'x' cannot be the s here, which is a shape")]
    [InlineData("s... -> reduce(s, ⟦s⟧)", "'s' cannot be the dim here")]
    [InlineData("s... -> reduce(s, dim, ⟦1⟧)", "'1' cannot be the keepDim here, which is true, false or the name of a bool parameter")]
    [InlineData("s... -> reduce(⟦true⟧, dim)", "'true' cannot be the s here, which is a shape")]
    [InlineData("s... -> reduce(s, dim ⟦⟧", "',' or ')' should follow here: reduce(s, dim, keepDim?)")]
    [InlineData("s...[] -> concat(⟦s... 2⟧, dim)", "cannot be the s here, which is the name of the 's...' of a list")]
    public void An_error_says_where_and_what(string marked, string message)
    {
        var start = marked.IndexOf('⟦');
        var length = marked.IndexOf('⟧') - start - 1;
        var text = marked.Replace("⟦", "").Replace("⟧", "");

        var result = SignatureParser.Parse(text);

        Assert.Null(result.Signature);
        Assert.Contains(message, result.Error!.Message);
        Assert.Equal((start, length), (result.Error.Position, result.Error.Length));
    }

    [Fact]
    public void A_single_shape_has_no_arrow()
    {
        Assert.Contains("more than one", SignatureParser.ParseShape("b -> c").Error!.Message);
    }
}
