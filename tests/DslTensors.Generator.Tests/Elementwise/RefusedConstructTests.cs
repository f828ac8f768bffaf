namespace DslTensors.Generator.Tests.Elementwise;

/// <summary>What has no form for vectors and kernels is refused where it stands, and the message says what works instead.</summary>
public class RefusedConstructTests
{
    [Theory]
    [InlineData("float F(float x) { [|for (var i = 0; i < 3; i++) x += 1;|] return x; }", "Write the terms out")]
    [InlineData("float F(float x) { [|while (x > 1) x -= 1;|] return x; }", "A loop (while)")]
    [InlineData("float F(float x) { if (x < 0) [|throw new Exception();|] return x; }", "float.NaN")]
    [InlineData("float F(float x) => x < 0 ? [|throw new Exception()|] : x;", "float.NaN")]
    [InlineData("float F(float x) { [|switch (x) { default: return 1; }|] }", "if and else")]
    [InlineData("float F(float x) => [|x switch { > 0 => x, _ => 0 }|];", "?:")]
    [InlineData("float F(float x) => [|x is > 0|] ? x : 0;", "pattern")]
    [InlineData("float F(float x) { [|x++;|] return x; }", "+= 1")]
    [InlineData("float F(float x) => [|Console.Read()|] * x;", "'Console.Read' has no form")]
    [InlineData("float F(float x) => [|MathF.Round(x, 2)|];", "'MathF.Round' has no form")]
    [InlineData("float F(float x) => [|(int)x|];", "MathF.Truncate")]
    [InlineData("float F(float x) => (float)[|(decimal)x|];", "The conversion to decimal")]
    [InlineData("float F(float x, int n) => x * ([|n / 2|]);", "Cast one side to float")]
    [InlineData("float F(float x) => x * [|Environment.TickCount|];", "[Scalar] parameter")]
    [InlineData("static float s_bias = 1; [Elementwise] static float F(float x) => x + [|s_bias|];", "Declare it const")]
    [InlineData("float F(float x) => [|x > 0 == x < 1|] ? 1 : x;", "compares truth values")]
    [InlineData("float F(float x) => x + [|F(x - 1)|];", "cannot be recursive")]
    [InlineData("float F(float x) => [|G(x)|]; static float G(float x) => x;", "make it an [Elementwise] method")]
    [InlineData("float F(float x) => [|G(x)|]; [Elementwise] static float G(float x) => MathF.Round(x, 2);", "The body of 'G' cannot be inlined here: 'MathF.Round'")]
    [InlineData("float F(float x) => [|G(x)|]; [Elementwise] static float G(float x) => F(x);", "The body of 'G' cannot be inlined here: 'F' calls itself")]
    [InlineData("float F(float x) { float y; x = [|y = 2|]; return x; }", "assigns inside")]
    [InlineData("[|double|] F(float x) => x;", "returns double")]
    [InlineData("float F([|double x|]) => (float)x;", "'double x' of 'F' is neither a tensor nor a scalar")]
    [InlineData("float F([|ref float x|]) => x;", "by value")]
    [InlineData("float F(float [|grad|]) => grad;", "Rename it")]
    [InlineData("float [|F|](float x = 1) => x;", "has 0 tensor inputs")]
    [InlineData("float [|F|](float a, float b, float c, float d, float e, float f) => a;", "has 6 tensor inputs")]
    [InlineData("float [|F|]<T>(float x) => x;", "must not be generic")]
    public void A_refused_construct(string marked, string message)
    {
        var prefix = marked.StartsWith("static", StringComparison.Ordinal) ? "public " : "[Elementwise] public static ";
        var text = prefix + marked;
        var (start, end) = (text.IndexOf("[|", StringComparison.Ordinal), text.IndexOf("|]", StringComparison.Ordinal) - 2);
        var source = ElementwiseSource.OfMembers(text.Replace("[|", "").Replace("|]", ""));
        var parse = source.Parse("F");

        Assert.Null(parse.Model);
        var problem = Assert.Single(parse.Problems);
        Assert.Contains(message, problem.Message);
        var file = source.Compilation.SyntaxTrees[0].ToString();
        Assert.Equal(text.Substring(start + 2, end - start), file.Substring(problem.Start, problem.Length));
        Assert.Equal("Source0.cs", problem.FilePath);
    }

    [Fact]
    public void An_instance_method_is_refused()
    {
        var source = ElementwiseSource.OfMembers("} public class Other { [Elementwise] public float F(float x) => x; ");
        var method = source.Compilation.GetTypeByMetadataName("Other")!.GetMembers("F").Single();
        var parse = Generator.Elementwise.ElementwiseParser.Parse((Microsoft.CodeAnalysis.IMethodSymbol)method, source.Compilation, default);
        Assert.Contains("must be static", Assert.Single(parse.Problems).Message);
    }
}
