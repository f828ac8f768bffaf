using DslTensors.Generator.Signatures;

namespace DslTensors.Generator.Tests.Signatures;

public class SignatureEvaluatorTests
{
    [Theory]
    [InlineData("b n m, b m p -> b n p", "10 2 5; 10 5 3", "[10, 2, 3]")]
    [InlineData("b n m, b m p -> b n p", "? 2 5; 10 ? 3", "[10, 2, 3]")]
    [InlineData("b n m, b m p -> b n p", "B 2 5; C 5 P", "[B, 2, P]")]
    [InlineData("b n m, b m p -> b n p", "B 2 5; 4 5 P", "[4, 2, P]")]
    [InlineData("b n m, b m p -> b n p", "unknown; 10 5 3", "[10, ?, 3]")]
    [InlineData("... n m, ... m p -> ... n p", "7 1 2 3; 5 3 4", "[7, 5, 2, 4]")]
    [InlineData("... n m, ... m p -> ... n p", "unknown; 5 3 4", "[..., 5, ?, 4]")]
    [InlineData("..., ... -> ...", "3 1 ?; 4 5", "[3, 4, 5]")]
    [InlineData("..., ... -> ...", "1; ?", "[?]")]
    [InlineData("..., ... -> ...", "N; N", "[N]")]
    [InlineData("..., ... -> ...", "N; 4", "[4]")]
    [InlineData("s... -> s...", "2 N ?", "[2, N, ?]")]
    [InlineData("i..., n d -> i... d", "2 3; 100 16", "[2, 3, 16]")]
    [InlineData("b c h w, o (c/groups) kh kw, o? -> b o ((h + 2*padding - (kh - 1) - 1)/stride + 1)", "2 4 9 9; 6 2 3 3; absent", "[2, 6, 5]", "groups=2 padding=1 stride=2")]
    [InlineData("s... ->", "2 3", "[]")]
    [InlineData("-> n m", "", "[3, 4]", "n=3 m=4")]
    [InlineData("-> size...", "", "[10, 2, 5]", "size=10,2,5")]
    [InlineData("-> size...", "", "[...]")]
    public void Results_follow_from_what_is_known(string text, string inputs, string output, string arguments = "")
    {
        var result = Evaluation.Run(text, inputs, arguments);

        Assert.Null(result.Mismatch);
        Assert.Equal(output, result.Outputs[0].ToString());
    }

    [Fact]
    public void A_rank_that_differs_is_reported_before_sizes()
    {
        var mismatch = Evaluation.Run("b n m, b m p -> b n p", "10 2 5; 5 4").Mismatch!;

        Assert.Equal(MismatchKind.Rank, mismatch.Kind);
        Assert.Equal(new ShapePosition(1), mismatch.Found);
        Assert.Equal((3, 2, false), (mismatch.Expected, mismatch.Actual, mismatch.AtLeast));
    }

    [Fact]
    public void A_size_that_differs_names_both_places()
    {
        var mismatch = Evaluation.Run("b n m, b m p -> b n p", "10 2 5; 10 4 2").Mismatch!;

        Assert.Equal(MismatchKind.Size, mismatch.Kind);
        Assert.Equal("m", mismatch.Name);
        Assert.Equal((new ShapePosition(0, -1, 2), 5), (mismatch.Other, mismatch.Expected));
        Assert.Equal((new ShapePosition(1, -1, 1), 4), (mismatch.Found, mismatch.Actual));
    }

    [Fact]
    public void The_place_of_the_first_number_is_kept_when_names_come_before_it()
    {
        var mismatch = Evaluation.Run("n, n, n -> n", "N; 3; 4").Mismatch!;

        Assert.Equal(new ShapePosition(1, -1, 0), mismatch.Other);
        Assert.Equal(new ShapePosition(2, -1, 0), mismatch.Found);
    }

    [Fact]
    public void Broadcast_counts_dimensions_in_the_common_shape()
    {
        var mismatch = Evaluation.Run("..., ... -> ...", "2 3 4; 3").Mismatch!;

        Assert.Equal(MismatchKind.Broadcast, mismatch.Kind);
        Assert.Equal((4, 3, 2), (mismatch.Expected, mismatch.Actual, mismatch.Dimension));
        Assert.Equal(new ShapePosition(1, -1, 0), mismatch.Found);
        Assert.Equal(new ShapePosition(0, -1, 2), mismatch.Other);
    }

    [Theory]
    [InlineData("b 64 ->", "2 63", nameof(MismatchKind.Literal))]
    [InlineData("n 3 ... ->", "2", nameof(MismatchKind.Rank))]
    [InlineData("s..., s... -> s...", "2 3; 2 4", nameof(MismatchKind.Size))]
    [InlineData("s..., s... -> s...", "2 3; 2", nameof(MismatchKind.RestRank))]
    [InlineData("c, (c / 2) ->", "8; 3", nameof(MismatchKind.Expression))]
    [InlineData("n -> n", "3", nameof(MismatchKind.Size), "n=4")]
    [InlineData("h -> (h - 5)", "3", nameof(MismatchKind.NegativeSize))]
    [InlineData("-> size...", "", nameof(MismatchKind.NegativeSize), "size=2,-1")]
    [InlineData("-> n", "", nameof(MismatchKind.NegativeSize), "n=-1")]
    public void What_cannot_fit_is_reported(string text, string inputs, string kind, string arguments = "")
    {
        Assert.Equal(kind, Evaluation.Run(text, inputs, arguments).Mismatch?.Kind.ToString());
    }

    [Theory]
    [InlineData("b n m, b m p -> b n p", "A B C; D E F")]
    [InlineData("b n m, b m p -> b n p", "unknown; unknown")]
    [InlineData("b n m, b m p -> b n p", "10 2 M; 10 7 2")]
    [InlineData("..., ... -> ...", "0; 1")]
    [InlineData("..., ... -> ...", "unknown; 3 4")]
    [InlineData("s..., s... -> s...", "unknown; 2")]
    [InlineData("c, (c / groups) ->", "8; 3")]
    [InlineData("c, (c / groups) ->", "8; 3", "groups=0")]
    [InlineData("c -> (c * c * c * c)", "2000000000")]
    [InlineData("b i, o i, o? -> b o", "2 3; 4 3; absent")]
    public void What_may_fit_is_silent(string text, string inputs, string arguments = "")
    {
        Assert.Null(Evaluation.Run(text, inputs, arguments).Mismatch);
    }

    [Fact]
    public void A_single_shape_is_matched()
    {
        var pattern = SignatureParser.ParseShape("b 64").Shape!;

        Assert.Null(SignatureEvaluator.Match(pattern, SymbolicShape.Of(2, 64), Evaluation.Arguments("")));
        Assert.Equal(MismatchKind.Literal, SignatureEvaluator.Match(pattern, SymbolicShape.Of(2, 65), Evaluation.Arguments(""))!.Kind);
        Assert.Equal(MismatchKind.Size, SignatureEvaluator.Match(pattern, SymbolicShape.Of(2, 64), Evaluation.Arguments("b=3"))!.Kind);
    }
}
