namespace DslTensors.Samples.Tests;

public sealed class TourTests
{
    static readonly Lazy<string> Output = new(() =>
    {
        var run = SampleProcess.Run("Tour");
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        return run.Output.ReplaceLineEndings("\n");
    });

    // What PyTorch prints for the same programs after manual_seed(0).
    [Theory]
    [InlineData("var a = Tensor.Randn(2, 3);", "tensor([[ 1.5410, -0.2934, -2.1788],\n        [ 0.5684, -1.0845, -1.3986]])")]
    [InlineData("Tensor.Cat([a, b], dim: -1)", "tensor([[ 1.5410, -0.2934, -2.1788,  0.4033,  0.8380, -0.7193],\n        [ 0.5684, -1.0845, -1.3986, -0.4033, -0.5966,  0.1820]])")]
    [InlineData("Tensor.Cat([a, b], dim: 1)", "tensor([[ 1.5410, -0.2934, -2.1788,  0.4033,  0.8380, -0.7193],\n        [ 0.5684, -1.0845, -1.3986, -0.4033, -0.5966,  0.1820]])")]
    [InlineData("Tensor.Stack([ones, elevens], dim: 1)", "tensor([[[ 1,  2,  3],\n         [11, 22, 33]],\n\n        [[ 4,  5,  6],\n         [44, 55, 66]],\n\n        [[ 7,  8,  9],\n         [77, 88, 99]]])")]
    [InlineData("x.Clip(-0.5, 0.5)", "tensor([-0.5000,  0.5000, -0.5000,  0.1227, -0.5000])")]
    [InlineData("Tensor.Eye(2)", "tensor([[1., 0.],\n        [0., 1.]])")]
    [InlineData("Tensor.Eye(3, 4)", "tensor([[1., 0., 0., 0.],\n        [0., 1., 0., 0.],\n        [0., 0., 1., 0.]])")]
    [InlineData("Tensor.Bmm(Tensor.Rand(10, 2, 5), Tensor.Rand(10, 5, 2)).Shape", "[10, 2, 2]")]
    [InlineData("ones.Norm(1, 3).Shape", "[64, 3, 3]")]
    [InlineData("ones.Norm(1, 3, keepDim: true).Shape", "[64, 3, 3, 1]")]
    [InlineData("x.Sign()", "tensor([ 1., -1.,  0.,  1.])")]
    public void A_program_line_has_the_result_that_PyTorch_gives(string program, string result) =>
        Assert.Contains($"> {program}\n{result}\n", Output.Value);

    [Theory]
    [InlineData("Tensor.Bmm(c, d)", "ShapeException: Expected size for first two dimensions of batch2 tensor to be: [10, 5] but got: [10, 4].")]
    [InlineData("Tensor.Bmm(matrix, d)", "ShapeException: batch1 must be a 3D tensor.")]
    [InlineData("Tensor.Bmm(c, matrix)", "ShapeException: batch2 must be a 3D tensor.")]
    [InlineData("Tensor.Bmm(c, other)", "ShapeException: Expected size for first two dimensions of batch2 tensor to be: [10, 5] but got: [3, 5].")]
    [InlineData("ones.Norm(1, dim: 4)", "DimensionException: Dimension out of range (expected to be in range of [-4, 3], but got 4)")]
    public void A_wrong_line_is_refused_in_PyTorchs_words(string program, string error) =>
        Assert.Contains($"> {program}\n{error}", Output.Value);

    [Fact]
    public void Stacking_along_the_last_dimension_is_stacking_along_dimension_2() =>
        Assert.Equal(ResultOf("Tensor.Stack([ones, elevens], dim: 2)"), ResultOf("Tensor.Stack([ones, elevens], dim: -1)"));

    static string ResultOf(string program) => Output.Value.Split($"> {program}\n")[1].Split("\n\n>")[0];
}
