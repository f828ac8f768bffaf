namespace DslTensors.Generator.Tests.Operators;

/// <summary>Wrong declarations: no model, and a problem that names what is wrong.</summary>
public class OperatorProblemTests
{
    private const string Kernel = "static void Forward<T>(TensorView<T> input, TensorView<T> result) where T : unmanaged { }";
    private const string Gradient = "static Tensor<T> GradInput<T>(Tensor<T> grad) where T : unmanaged => grad;";

    [Theory]
    [InlineData("\"a -> a\"", "class", Kernel + Gradient, "the operator 'Op' must be a static partial class: add 'partial'")]
    [InlineData("\"a -> (b\"", "partial class", Kernel + Gradient, "the signature of 'Op' does not parse: ")]
    [InlineData("\"a a\"", "partial class", Kernel + Gradient, "the signature of 'Op' does not parse: ")]
    [InlineData("\"a -> a\"", "partial class", Gradient, "the operator 'Op' needs one static method 'Forward' (a kernel), 'View' (a layout) or 'Compose' (other operators)")]
    [InlineData("\"a, a -> a\"", "partial class", Kernel + Gradient, "'Forward' takes 2 input and 0 result tensors, but the signature has 2 and 1")]
    [InlineData("\"a -> a\"", "partial class", "static void Forward<T>(TensorView<T> input) where T : unmanaged { }" + Gradient, "'Forward' takes 1 input and 0 result tensors, but the signature has 1 and 1")]
    [InlineData("\"a -> a\"", "partial class", "static Tensor<T> Compose<T>(Tensor<T> x, Tensor<T> y) where T : unmanaged => x;", "'Compose' takes 2 input and 1 result tensors, but the signature has 1 and 1")]
    [InlineData("\"a -> a\"", "partial class", Kernel, "'Op' has no gradient method: add e.g. 'static Tensor<T> GradInput<T>(Tensor<T> grad)' or say NonDifferentiable = true")]
    [InlineData("\"a -> a\"", "partial class", Kernel + "static Tensor<T> GradOther<T>(Tensor<T> grad) where T : unmanaged => grad;", "'GradOther' names no input of 'Forward': the inputs are 'input'")]
    [InlineData("\"a -> a\"", "partial class", Kernel + "static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> other) where T : unmanaged => grad;", "'other' is neither 'grad' nor an input, result or attribute of the operator (the shape alone of an input x is 'Shape xShape', the gradient of a result y is 'gradY')")]
    [InlineData("\"a -> a\"", "partial class", Kernel + "static Tensor<T> GradInput<T>(Tensor<T> grad, Shape otherShape) where T : unmanaged => grad;", "'otherShape' is neither")]
    [InlineData("\"(2 * n) -> n\"", "partial class", Kernel + Gradient, "'n' in the signature of 'Op' is neither a dimension of an input nor a parameter of 'Forward'")]
    [InlineData("\"a -> b\"", "partial class", Kernel + Gradient, "'b' in the signature of 'Op' is neither a dimension of an input nor a parameter of 'Forward'")]
    [InlineData("\"a -> a\", ElementTypes = ElementTypes.Int", "partial class", "static Tensor<int> Compose(Tensor<int> x) => x;", "'Compose' has 0 type parameters, and 'ElementTypes' stand for one: write 'Compose<T>'")]
    [InlineData("\"a -> a\", NonDifferentiable = true", "partial class", "static void Forward(Tensor input, TensorView<float> result) { }", "'input' has no element type, which only 'Compose' can do without: write 'TensorView<T> input'")]
    [InlineData("\"a -> a\", TakesNumbers = true", "partial class", "static Tensor<T> Compose<T>(Tensor<T> x) where T : unmanaged => x;", "'Compose' does not begin with two tensors of one element type, for either of which a number could stand: leave out 'TakesNumbers'")]
    public void Is_refused(string signature, string kind, string members, string message)
    {
        var result = OperatorCompilation.Parse($"[TensorOp({signature})] public static {kind} Op {{ {members} }}", "Op");
        Assert.Null(result.Model);
        Assert.StartsWith(message, result.Problems[0].Message);
        Assert.NotNull(result.Problems[0].Location);
    }

    [Fact]
    public void Every_gradient_method_is_looked_at()
    {
        var result = OperatorCompilation.Parse(
            $"[TensorOp(\"a -> a\")] public static class Op {{ {Kernel} static Tensor<T> GradA<T>(Tensor<T> grad) where T : unmanaged => grad; static Tensor<T> GradInput<T>(Tensor<T> gradient) where T : unmanaged => gradient; }}",
            "Op");
        Assert.Equal(["the operator", "'GradA'", "'gradient'"], result.Problems.Select(problem => problem.Message).Take(3).Select(message => message[..(message.StartsWith('t') ? 12 : message.IndexOf(' '))]));
    }

    [Fact]
    public void A_refused_operator_generates_nothing()
    {
        var driver = OperatorCompilation.Driver().RunGenerators(OperatorCompilation.Create("[TensorOp(\"a -> (b\")] public static partial class Op;"));
        Assert.Empty(driver.GetRunResult().GeneratedTrees);
        Assert.Empty(driver.GetRunResult().Diagnostics);
    }

    [Fact]
    public void Without_inputs_there_is_nothing_to_differentiate()
    {
        var result = OperatorCompilation.Parse("[TensorOp(\"-> n\")] public static partial class Op { static void Forward<T>(TensorView<T> result, int n) where T : unmanaged { } }", "Op");
        Assert.Empty(result.Problems);
        Assert.NotNull(result.Model);
    }
}
