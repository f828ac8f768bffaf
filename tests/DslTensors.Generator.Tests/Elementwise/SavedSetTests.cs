namespace DslTensors.Generator.Tests.Elementwise;

/// <summary>A gradient keeps what PyTorch keeps: that decides which in-place writes are legal.</summary>
public class SavedSetTests
{
    [Theory]
    [InlineData("float Exp(float x) => MathF.Exp(x);", "grad * result")]
    [InlineData("float ExpOfMinus(float x) => MathF.Exp(-x);", "-grad * result")]
    [InlineData("float Expm1(float x) => float.ExpM1(x);", "grad * (result + 1)")]
    [InlineData("float Tanh(float x) => MathF.Tanh(x);", "grad * (1 - result * result)")]
    [InlineData("float Tan(float x) => MathF.Tan(x);", "grad * (1 + result * result)")]
    [InlineData("float Sigmoid(float x) => 1 / (1 + MathF.Exp(-x));", "grad * result * (1 - result)")]
    [InlineData("float Sigmoid(float x) => 1f / (MathF.Exp(-x) + 1f);", "grad * result * (1 - result)")]
    [InlineData("float Sqrt(float x) => MathF.Sqrt(x);", "grad / (2 * result)")]
    [InlineData("float Cbrt(float x) => MathF.Cbrt(x);", "grad / (3 * result * result)")]
    [InlineData("float Rsqrt(float x) => 1 / MathF.Sqrt(x);", "-0.5 * grad * result * result * result")]
    [InlineData("float Reciprocal(float x) => 1 / x;", "-grad * result * result")]
    [InlineData("float Reciprocal(float x) => MathF.Pow(x, -1);", "-grad * result * result")]
    [InlineData("float Half(float x) => 2 / x;", "-0.5 * grad * result * result")]
    [InlineData("float Relu(float x) => x <= 0 ? 0 : x;", "Tensor.Where(result.Le(0), 0, grad)")]
    [InlineData("float Relu(float x) => x > 0 ? x : 0;", "Tensor.Where(result.Gt(0), grad, 0)")]
    [InlineData("float Relu(float x) => 0 < x ? x : 0;", "Tensor.Where(result.Gt(0), grad, 0)")]
    [InlineData("float ClampMin(float x, [Scalar] float min) => x <= min ? min : x;", "Tensor.Where(result.Le(min), 0, grad)")]
    [InlineData("float ClampMax(float x, [Scalar] float max) => x < max ? x : max;", "Tensor.Where(result.Lt(max), grad, 0)")]
    public void The_result_replaces_the_input(string function, string gradient) =>
        AssertGradient(function, "x", "result", gradient);

    [Theory]
    [InlineData("float Add(float x, float y) => x + y;", "x", "", "grad")]
    [InlineData("float Sub(float x, float y) => x - y;", "y", "", "-grad")]
    [InlineData("float Neg(float x) => -x;", "x", "", "-grad")]
    [InlineData("float Mul(float x, float y) => x * y;", "x", "y", "grad * y")]
    [InlineData("float Mul(float x, float y) => x * y;", "y", "x", "grad * x")]
    [InlineData("float Div(float x, float y) => x / y;", "x", "y", "grad / y")]
    [InlineData("float Div(float x, float y) => x / y;", "y", "x y", "-grad * (x / y / y)")]
    [InlineData("float Fmod(float x, float y) => x % y;", "x", "", "grad")]
    [InlineData("float Lerp(float a, float b, float w) => a + w * (b - a);", "a", "w", "grad * (1 - w)")]
    [InlineData("float Lerp(float a, float b, float w) => a + w * (b - a);", "b", "w", "grad * w")]
    [InlineData("float Square(float x) => x * x;", "x", "x", "2 * grad * x")]
    [InlineData("float Cube(float x) => MathF.Pow(x, 3);", "x", "x", "3 * grad * x * x")]
    [InlineData("float Log(float x) => MathF.Log(x);", "x", "x", "grad / x")]
    [InlineData("float Log1p(float x) => float.LogP1(x);", "x", "x", "grad / (1 + x)")]
    [InlineData("float Sin(float x) => MathF.Sin(x);", "x", "x", "grad * x.Cos()")]
    [InlineData("float Cos(float x) => MathF.Cos(x);", "x", "x", "-grad * x.Sin()")]
    [InlineData("float Abs(float x) => MathF.Abs(x);", "x", "x", "grad * x.Sign()")]
    [InlineData("float Atan(float x) => MathF.Atan(x);", "x", "x", "grad / (1 + x * x)")]
    [InlineData("float LeakyRelu(float x, float slope = 0.01f) => x > 0 ? x : slope * x;", "x", "x", "Tensor.Where(x.Gt(0), grad, grad * slope)")]
    [InlineData("float Hardtanh(float x) => x < -1 ? -1 : x > 1 ? 1 : x;", "x", "x", "Tensor.Where(x.Lt(-1), 0, Tensor.Where(x.Gt(1), 0, grad))")]
    [InlineData("float Threshold(float x) => x < 0 ? 0 : x;", "x", "x", "Tensor.Where(x.Lt(0), 0, grad)")]
    [InlineData("float Sigmoid2(float x) => x * ScalarMath.Sigmoid(x);", "x", "x", "var sigmoid = x.Sigmoid(); grad * sigmoid * (1 + x * (1 - sigmoid))")]
    public void Otherwise_only_the_inputs_that_are_needed(string function, string input, string saved, string gradient) =>
        AssertGradient(function, input, saved, gradient);

    [Theory]
    [InlineData("float Floor(float x) => MathF.Floor(x);")]
    [InlineData("float Sign(float x) => MathF.Sign(x);")]
    [InlineData("float Step(float x) => x > 0 ? 1 : 0;")]
    public void A_step_saves_nothing_and_has_a_zero_gradient(string function)
    {
        var gradient = Assert.Single(ElementwiseSource.OfFunction(function).Model().Gradients);
        Assert.True(gradient.IsZero);
        Assert.Empty(gradient.Arguments);
        Assert.Equal("Tensor.FullLike(grad, 0)", gradient.Tensor.Result);
    }

    private static void AssertGradient(string function, string input, string saved, string expected)
    {
        var gradient = ElementwiseSource.OfFunction(function).Model().Gradients.Single(candidate => candidate.Input == input);
        Assert.Equal(expected, string.Join(" ", gradient.Tensor.Locals.Append(gradient.Tensor.Result)));
        Assert.Equal(
            saved,
            string.Join(" ", gradient.Arguments
                .Where(argument => argument.Kind is Generator.Elementwise.VariableKind.Input or Generator.Elementwise.VariableKind.Result)
                .Select(argument => argument.Name)));
    }
}
