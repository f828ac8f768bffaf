using DslTensors.Analyzers.Declarations;
using DslTensors.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.Testing;

namespace DslTensors.Analyzers.Tests.Declarations;

/// <summary>DSLT1002: the mark stands at the place inside the string, in every kind of literal.</summary>
public class SignatureSyntaxTests
{
    private const string Quotes = "\"\"\"";

    [Theory]
    [InlineData("""[TensorOp("b n {|DSLT1002:=|}> n")]""")]
    [InlineData("""[TensorOp("b n{|DSLT1002:"|})]""")]
    [InlineData("""[TensorOp(@"b n {|DSLT1002:=|}> n")]""")]
    [InlineData("""[TensorOp(@"b {|DSLT1002:""|} -> n")]""")]
    [InlineData("""[TensorOp("b\tn \u0062 \x62 \U00000062 {|DSLT1002:\\|} -> n")]""")]
    [InlineData("[TensorOp(" + Quotes + "b n {|DSLT1002:=|}> n" + Quotes + ")]")]
    [InlineData("[TensorOp(" + Quotes + "\n        b n,\n          b {|DSLT1002:$|} n -> n\n        " + Quotes + ")]")]
    [InlineData("""[TensorOp(signature: "s... -> {|DSLT1002:redcue|}(s, dim)", Name = "x")]""")]
    [InlineData("""[TensorOp({|DSLT1002:"b n " + "=> n"|})]""")]
    [InlineData("""[TensorOp({|DSLT1002:Text|})]""")]
    public Task Errors_are_marked_where_they_are(string attribute) => Verify(attribute);

    [Theory]
    [InlineData("""[TensorOp("b n m, b m p -> b n p")]""")]
    [InlineData("""[TensorOp("s... ->")]""")]
    [InlineData("""[TensorOp(null!)]""")]
    [InlineData("""[System.Obsolete("=>")]""")]
    public Task Signatures_that_parse_are_fine(string attribute) => Verify(attribute);

    [Fact]
    public Task Shapes_are_read_as_well() => RuleTest<SignatureSyntaxAnalyzer, EmptyCodeFixProvider>.Run("""
        using DslTensors;

        class C
        {
            [return: Shape("b 10")]
            Tensor<float> M([Shape("b {|DSLT1002:-|}1")] Tensor<float> x) => x;
        }
        """);

    private static Task Verify(string attribute) => RuleTest<SignatureSyntaxAnalyzer, EmptyCodeFixProvider>.Run($$"""
        using DslTensors;

        {{attribute}}
        static class Operator
        {
            public const string Text = "b n => n";
        }
        """.Replace("(Text)", "(Operator.Text)").Replace(":Text|", ":Operator.Text|"));
}
