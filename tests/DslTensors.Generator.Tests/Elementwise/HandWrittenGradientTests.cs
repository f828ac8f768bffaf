namespace DslTensors.Generator.Tests.Elementwise;

/// <summary>A <c>[Gradient]</c> method replaces the derived gradient; what it names is what is saved.</summary>
public class HandWrittenGradientTests
{
    [Fact]
    public void It_is_used_for_its_input_and_the_others_are_derived()
    {
        var model = ElementwiseSource.OfMembers(
            """
            [Elementwise] public static float F(float x, float y, float alpha = 2) => x * y * alpha;
            [Gradient(nameof(F), "x")] static float FGradX(float grad, float alpha, float result) { var half = grad / 2; return half * alpha + half * result; }
            """).Model("F");
        var (byX, byY) = (model.Gradients[0], model.Gradients[1]);
        Assert.True(byX.IsHandWritten);
        Assert.Equal(["grad", "result", "alpha"], byX.Arguments.Select(argument => argument.Name));
        Assert.Equal(["var half = grad / L.Constant(2);", "return half * L.Constant(alpha) + half * result;"], byX.Lane.Statements);
        Assert.Equal(["var half = grad / 2;", "return half * alpha + half * result;"], byX.Tensor.Statements);
        Assert.False(byY.IsHandWritten);
        Assert.Equal("grad * alpha * x", byY.Tensor.Result);
    }

    [Theory]
    [InlineData("[Gradient(nameof(F), \"z\")] static float G(float grad) => grad;", "has no tensor input 'z' to take a gradient by; its inputs are: x, y.")]
    [InlineData("[Gradient(nameof(F), \"x\")] static float G(float grad, float z) => grad * z;", "'float z' of the gradient 'G' is nothing of 'F'; it may name: float x, float y, int n, float grad, float result.")]
    [InlineData("[Gradient(nameof(F), \"x\")] static float G(float grad, float n) => grad * n;", "'float n' of the gradient 'G' is nothing of 'F'")]
    [InlineData("[Gradient(nameof(F), \"x\")] static double G(float grad) => grad;", "must be static and return float")]
    [InlineData("[Gradient(nameof(F), \"x\")] static float G(float grad) => (int)grad;", "MathF.Truncate")]
    [InlineData("[Gradient(nameof(F), \"x\")] static float G(float grad) => grad; [Gradient(nameof(F), \"x\")] static float H(float grad) => grad;", "has a gradient by 'x' already")]
    public void A_wrong_one_is_refused(string gradient, string message)
    {
        var parse = ElementwiseSource.OfMembers("[Elementwise] public static float F(float x, float y, int n) => x * y * n;\n" + gradient).Parse("F");
        Assert.Null(parse.Model);
        Assert.Contains(message, Assert.Single(parse.Problems).Message);
    }

    [Fact]
    public void Predicates_and_functions_declared_so_have_no_gradients()
    {
        var source = ElementwiseSource.OfMembers(
            "[Elementwise] public static bool Positive(float x) => x > 0; [Elementwise(NonDifferentiable = true)] public static float F(float x) => x * x;");
        Assert.True(source.Model("Positive").IsPredicate);
        Assert.All(["Positive", "F"], name => Assert.False(source.Model(name).IsDifferentiable));
        Assert.All(["Positive", "F"], name => Assert.Empty(source.Model(name).Gradients));
    }
}
