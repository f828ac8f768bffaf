using DslTensors.Generator.Elementwise;

namespace DslTensors.Generator.Tests.Elementwise;

/// <summary>Ties, kinks, infinities and NaN: the gradient is PyTorch's there too.</summary>
public class SpecialValueTests
{
    [Theory]
    [InlineData("float F(float x) => x > 0 ? MathF.Log(x) : 0;", 0, 0)]
    [InlineData("float F(float x) => x > 0 ? MathF.Log(x) : 0;", -1, 0)]
    [InlineData("float F(float x) => MathF.Sqrt(x > 0 ? x : 0);", -1, 0)]
    [InlineData("float F(float x) => x == 0 ? 1 : MathF.Sin(x) / x;", 0, 0)]
    [InlineData("float F(float x) => 2 * MathF.Exp(x > 0 ? MathF.Sqrt(x) : 0) / 3;", 0, 0)]
    [InlineData("float F(float x) => { if (x > 0) return MathF.Log(x); return 0; }", 0, 0)]
    [InlineData("float F(float x) => x > 20 ? x : float.LogP1(MathF.Exp(x));", 1000, 1)]
    [InlineData("float F(float x) => float.LogP1(MathF.Exp(x));", 1000, 1)]
    [InlineData("float F(float x) => x * MathF.Tanh(float.LogP1(MathF.Exp(x)));", 1000, 1)]
    [InlineData("float F(float x) => x / (1 + MathF.Exp(-x));", 1000, 1)]
    [InlineData("float F(float x) => x / (1 + MathF.Exp(-x));", -1000, 0)]
    public void The_branch_that_is_not_taken_leaves_no_trace(string function, double x, double expected) =>
        Assert.Equal(expected, Gradient(function.Replace("=> {", "{"), "x", ("x", x)), 1e-12);

    [Theory]
    [InlineData("float F(float x, float y) => MathF.Max(x, y);", 1, 1, 0.5, 0.5)]
    [InlineData("float F(float x, float y) => MathF.Min(x, y);", 1, 1, 0.5, 0.5)]
    [InlineData("float F(float x, float y) => MathF.Max(x, y);", 1, 2, 0, 1)]
    [InlineData("float F(float x, float y) => MathF.Min(x, y);", 1, 2, 1, 0)]
    [InlineData("float F(float x, float y) => MathF.Max(x, y);", double.NaN, 2, 1, 1)]
    [InlineData("float F(float x, float y) => MathF.Max(x, y);", 2, double.NaN, 1, 1)]
    [InlineData("float F(float x, float y) => MathF.Pow(x, y);", 0, 0, 0, 0)]
    [InlineData("float F(float x, float y) => MathF.Pow(x, y);", 0, 2, 0, 0)]
    [InlineData("float F(float x, float y) => MathF.CopySign(x, y);", 0, 2, 0, 0)]
    [InlineData("float F(float x, float y) => x / y;", 1, 0, double.PositiveInfinity, double.NegativeInfinity)]
    public void Two_inputs(string function, double x, double y, double byX, double byY)
    {
        Assert.Equal(byX, Gradient(function, "x", ("x", x), ("y", y)));
        Assert.Equal(byY, Gradient(function, "y", ("x", x), ("y", y)));
    }

    [Theory]
    [InlineData("float F(float x) => MathF.Abs(x);", 0, 0)]
    [InlineData("float F(float x) => x <= 0 ? 0 : x;", 0, 0)]
    [InlineData("float F(float x) => x <= 0 ? 0 : x;", double.NaN, 1)]
    [InlineData("float F(float x) => x > 0 ? x : 0;", double.NaN, 0)]
    [InlineData("float F(float x) => Math.Clamp(x, -1, 1);", 1, 1)]
    [InlineData("float F(float x) => Math.Clamp(x, -1, 1);", -1, 1)]
    [InlineData("float F(float x) => Math.Clamp(x, -1, 1);", 1.5, 0)]
    [InlineData("float F(float x, [Scalar] float exponent) => MathF.Pow(x, exponent);", 0, 0, 0)]
    public void One_input(string function, double x, double expected, double exponent = 1) =>
        Assert.Equal(expected, Gradient(function, "x", ("x", x), ("exponent", exponent)));

    private static double Gradient(string function, string input, params (string Name, double Value)[] values)
    {
        var model = ElementwiseSource.OfFunction(function).Model();
        var (parameters, body) = SerializedFunction.Read(model.Serialized);
        var all = values.ToDictionary(pair => pair.Name, pair => pair.Value);
        all["grad"] = 1;
        all["result"] = ExpressionEvaluator.Evaluate(body, all);
        var gradient = new Differentiator(body).Gradient(parameters.Single(parameter => parameter.Name == input));
        return ExpressionEvaluator.Evaluate(gradient, all);
    }
}
