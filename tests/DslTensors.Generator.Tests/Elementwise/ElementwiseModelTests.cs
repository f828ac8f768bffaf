using System.Collections;
using DslTensors.Generator.Elementwise;

namespace DslTensors.Generator.Tests.Elementwise;

/// <summary>Models compare by value, so that an edit elsewhere leaves generated files alone.</summary>
public class ElementwiseModelTests
{
    private const string Function =
        "float F(float x, float y, float alpha = 0.5f, int n = 2, bool flag = false) { var e = MathF.Exp(x) + alpha; return flag ? e * e * y : n * e; }";

    [Fact]
    public void Equal_sources_give_equal_models()
    {
        var (first, second) = (ElementwiseSource.OfFunction(Function).Parse(), ElementwiseSource.OfFunction(Function).Parse());
        Assert.NotSame(first, second);
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.NotEqual(first, ElementwiseSource.OfFunction(Function.Replace("0.5f", "0.25f")).Parse());
        Assert.NotEqual(first, ElementwiseSource.OfFunction(Function.Replace("* y", "* x")).Parse());
    }

    [Fact]
    public void A_model_holds_nothing_but_values()
    {
        AssertPlain(ElementwiseSource.OfFunction(Function).Model());
        AssertPlain(ElementwiseSource.OfFunction("float F(float x) => x.GetHashCode();").Parse());
    }

    [Fact]
    public void Parameters_come_with_kind_and_default()
    {
        var model = ElementwiseSource.OfFunction("float F(float x, [Scalar] float a, float b = 1e-5f, int n = 3, bool flag = true, float c = float.NegativeInfinity) => x;").Model();
        Assert.Equal(
            [
                new("x", VariableKind.Input, null), new("a", VariableKind.Scalar, null), new("b", VariableKind.Scalar, "1E-05"),
                new("n", VariableKind.Integer, "3"), new("flag", VariableKind.Flag, "true"), new("c", VariableKind.Scalar, "double.NegativeInfinity"),
            ],
            model.Parameters);
    }

    [Theory]
    [InlineData("float F(float x, float y) => x > y ? MathF.Abs(x) + 2 : -y * x;", true)]
    [InlineData("float F(float x) => MathF.Max(x, 0);", true)]
    [InlineData("float F(float x, float y) => x / y;", false)]
    [InlineData("float F(float x) => x + 0.5f;", false)]
    [InlineData("float F(float x) => MathF.Exp(x);", false)]
    public void Bodies_without_calculus_may_run_on_integers(string function, bool expected) =>
        Assert.Equal(expected, ElementwiseSource.OfFunction(function).Model().IsIntegral);

    private static void AssertPlain(object? value)
    {
        if (value is null or string or bool or int or Enum)
            return;
        var type = value.GetType();
        Assert.True(type.Assembly == typeof(ElementwiseModel).Assembly, $"{type} is no plain value");
        if (value is IEnumerable items)
        {
            foreach (var item in items)
                AssertPlain(item);
            return;
        }

        foreach (var property in type.GetProperties().Where(property => property.GetIndexParameters().Length == 0 && property.Name != nameof(EmittedBody.Statements)))
            AssertPlain(property.GetValue(value));
    }
}
