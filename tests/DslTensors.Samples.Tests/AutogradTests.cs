namespace DslTensors.Samples.Tests;

public sealed class AutogradTests
{
    static readonly Lazy<string> Output = new(() =>
    {
        var run = SampleProcess.Run("Autograd");
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        return run.Output.ReplaceLineEndings("\n");
    });

    // Programs by their telling lines; the results are PyTorch's.
    [Theory]
    [InlineData("> var z = x.Pow(3);\n> (y + z).Sum().Backward();\n> return x.Grad;\ntensor([5., 5., 5., 5., 5.], dtype=float64)")]
    [InlineData("> var z = x.Detach().Pow(3);\n> (y + z).Sum().Backward();\n> return x.Grad;\ntensor([2., 2., 2., 2., 2.], dtype=float64)")]
    [InlineData("> (z + y).Sum().Backward();\n> return x.Grad;\ntensor([16., 16., 16., 16., 16.], dtype=float64)")]
    [InlineData("> y.Backward(retainGraph: true);\n> y.Backward();\n> return x.Grad;\ntensor([4., 4., 4., 4., 4.], dtype=float64)")]
    [InlineData("> y[1..3].MulInPlace(3);\n> y.Sum().Backward();\n> return x.Grad;\ntensor([2., 6., 6., 2., 2.], dtype=float64)")]
    [InlineData("> part.Sum().Backward();\n> return $\"{x.Grad}\\n{w.Grad}\";\ntensor([2., 0., 0., 0., 0.], dtype=float64)\ntensor([5., 0.], dtype=float64)")]
    [InlineData("7, y.RequiresGrad False, y.IsLeaf True, versions 1 and 1\n")]
    [InlineData("tensor([2., 2., 2., 2., 2.], dtype=float64, requires_grad=True), version 1\n")]
    [InlineData("tensor([2., 2., 2., 2., 2.], dtype=float64, requires_grad=True), version 0\n")]
    [InlineData("> model.Eval();\n> model.Forward(x).Sum().Backward();\n> return model.Output.Weight.Grad;\ntensor([[1., 1., 1., 1.]])")]
    [InlineData("> model.Forward(x).Sum().Backward();\n> return $\"{inside}\\n{model.Output.Weight.Grad}\";\ntensor([[2., 0., 0., 2.]])\ntensor([[2., 0., 2., 0.]])")]
    [InlineData("> return norm.RunningMean;\ntensor([0.2000, 0.4000])")]
    [InlineData("> return $\"{norm.RunningMean}\\n{norm.Weight!.Grad}\";\ntensor([0., 0.])\ntensor([4.0000, 8.0000])")]
    [InlineData("records False, training False\n")]
    [InlineData("features recorded False, backbone null, head [1, 4]\n")]
    [InlineData("tensor([[12.,  5.,  3.],\n        [ 5., 18.,  2.],\n        [ 3.,  2., 30.]], dtype=float64)")]
    [InlineData(", computed 2 times\n")]
    public void A_program_has_the_result_that_PyTorch_gives(string text) => Assert.Contains(text, Output.Value);

    [Theory]
    [InlineData("> (x * 2).Backward();\n> return x.Grad;\nAutogradException: grad can be implicitly created only for scalar outputs")]
    [InlineData("> (x.Detach() * 2).Sum().Backward();\n> return x.Grad;\nAutogradException: element 0 of tensors does not require grad and does not have a grad_fn")]
    [InlineData("AutogradException: Trying to backward through the graph a second time")]
    [InlineData("> s.Detach().ZeroInPlace();\n> s.Sum().Backward();\n> return x.Grad;\nAutogradException: one of the variables needed for gradient computation has been modified by an inplace operation: [DoubleTensor [5]], which is output 0 of ExpBackward0, is at version 1; expected version 0 instead.")]
    [InlineData("AutogradException: a leaf Variable that requires grad is being used in an in-place operation.")]
    [InlineData("AutogradException: Output 1 of UnbindBackward0 is a view and is being modified inplace.")]
    [InlineData("AutogradException: Inference tensors cannot be saved for backward.")]
    [InlineData("AutogradException: Inplace update to inference tensor outside InferenceMode is not allowed.")]
    [InlineData("AutogradException: you can only change requires_grad flags of leaf variables.")]
    [InlineData("AutogradException: Function 'DivBackward0' returned nan values in its")]
    [InlineData("FindingMistakes.cs:line ")]
    public void A_wrong_program_is_refused_in_PyTorchs_words(string text) => Assert.Contains(text, Output.Value);

    [Fact]
    public void Every_program_is_explained()
    {
        var programs = Output.Value.Split("\n\n").Count(block => block.StartsWith("> ", StringComparison.Ordinal));
        Assert.InRange(programs, 35, 60);
        Assert.Equal(programs, Output.Value.Split("\n// ").Length - 1);
    }
}
