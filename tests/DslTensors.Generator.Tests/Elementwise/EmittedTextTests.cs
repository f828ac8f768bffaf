using DslTensors.Generator.Elementwise;

namespace DslTensors.Generator.Tests.Elementwise;

/// <summary>Emitted code is read by users who step through it: it looks as if written by hand.</summary>
public class EmittedTextTests
{
    [Fact]
    public void A_small_body_is_one_expression()
    {
        var model = ElementwiseSource.OfFunction("float Silu(float x) => x / (1 + MathF.Exp(-x));").Model();
        Assert.True(model.Forward.IsExpression);
        Assert.Equal("x / (L.Constant(1) + L.Exp(-x))", model.Forward.Result);
        AssertLines(
            """
            var sigmoid = L.Sigmoid(x);
            return grad * sigmoid * (L.Constant(1) + x * (L.Constant(1) - sigmoid));
            """,
            model.Gradients[0].Lane);
    }

    [Fact]
    public void The_users_names_and_shared_parts_become_locals()
    {
        var model = ElementwiseSource.OfFunction(
            "float F(float x, float y, float delta = 1) { var distance = MathF.Abs(x - y); return distance <= delta ? 0.5f * distance * distance : delta * (distance - 0.5f * delta); }").Model();
        AssertLines(
            """
            var distance = L.Abs(x - y);
            return L.Select(L.LessOrEqual(distance, L.Constant(delta)), L.Constant(0.5) * distance * distance, L.Constant(delta) * (distance - L.Constant(0.5 * delta)));
            """,
            model.Forward);
        AssertLines(
            """
            var t0 = x - y;
            var distance = t0.Abs();
            var sign = t0.Sign();
            return grad * Tensor.Where(distance.Le(delta), distance * sign, delta * sign);
            """,
            model.Gradients[0].Tensor);
    }

    [Fact]
    public void Locals_keep_clear_of_parameters_and_keywords()
    {
        var model = ElementwiseSource.OfFunction(
            "float F(float exp, float t0) { var @float = exp * t0; var grad = MathF.Exp(exp) + @float; return grad * grad + MathF.Exp(exp) + @float; }").Model();
        AssertLines(
            """
            var exp2 = L.Exp(exp);
            var float2 = exp * t0;
            var grad2 = exp2 + float2;
            return grad2 * grad2 + exp2 + float2;
            """,
            model.Forward);
    }

    [Theory]
    [InlineData("float F(float x, float y) => x - (y - x);", "x - (y - x)")]
    [InlineData("float F(float x, float y) => (x - y) - x;", "x - y - x")]
    [InlineData("float F(float x, float y) => x * (y / x);", "x * (y / x)")]
    [InlineData("float F(float x, float y) => -(x * y) % (x + y);", "-(x * y) % (x + y)")]
    [InlineData("float F(float x) => -(-x) + 1.50f;", "x + L.Constant(1.5)")]
    [InlineData("float F(float x) => x + -2;", "x - L.Constant(2)")]
    [InlineData("float F(float x) => x * MathF.PI * float.NegativeInfinity;", "x * L.Constant(double.Pi) * L.Constant(double.NegativeInfinity)")]
    [InlineData("float F(float x) => x + 1 / 2 + 1f / 3;", "x + L.Constant(0) + L.Constant(0.3333333333333333)")]
    [InlineData("float F(float x, float a = 1, int n = 2) => x * (2 * a / (n - 1));", "x * L.Constant(2 * a / (n - 1))")]
    [InlineData("float F(float x, float a = 1) => x * MathF.Exp(-a);", "x * L.Constant(double.Exp(-a))")]
    [InlineData("float F(float x, bool flag) => flag ? x : -x;", "flag ? x : -x")]
    [InlineData("float F(float x, bool flag) => flag && x > 0 ? x : -x;", "L.Select(L.And(L.NotEqual(L.Constant(flag ? 1 : 0), L.Constant(0)), L.Greater(x, L.Constant(0))), x, -x)")]
    [InlineData("bool F(float x, float y) => !(x < y) || float.IsNaN(y);", "L.Or(L.Not(L.Less(x, y)), L.IsNaN(y))")]
    [InlineData("bool F(float x) => float.IsFinite(x);", "L.Less(L.Abs(x), L.Constant(double.PositiveInfinity))")]
    public void Lane_expressions(string function, string expected) =>
        Assert.Equal(expected, ElementwiseSource.OfFunction(function).Model().Forward.Result);

    [Fact]
    public void Literals_mean_their_text_also_behind_constants()
    {
        var model = ElementwiseSource.OfMembers(
            "    const float Scale = 1.0507009873554804934193349852946f; const float Twice = 2 * Scale;\n    [Elementwise] public static float F(float x) => Twice * x + 0.1f;").Model();
        Assert.Equal("L.Constant(2.101401974710961) * x + L.Constant(0.1)", model.Forward.Result);
    }

    private static void AssertLines(string expected, EmittedBody body) => Assert.Equal(expected.ReplaceLineEndings("\n"), string.Join("\n", body.Statements));
}
