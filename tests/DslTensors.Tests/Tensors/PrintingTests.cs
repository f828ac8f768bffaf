namespace DslTensors.Tests.Tensors;

/// <summary>The texts are PyTorch's, less its name before types.</summary>
public class PrintingTests
{
    [Fact]
    public void Whole_numbers_end_with_a_point() => Assert.Equal("tensor([1., 2., 3.])", Tensor.From([1f, 2f, 3f]).ToString());

    [Fact]
    public void Fractions_have_four_places_and_align() =>
        Assert.Equal("tensor([[ 1.5000, -2.2500],\n        [ 0.0000, 10.0000]])", Tensor.From(new[,] { { 1.5f, -2.25f }, { 0f, 10f } }).ToString());

    [Fact]
    public void A_wide_range_is_scientific() => Assert.Equal("tensor([1.0000e+00, 1.0000e-06])", Tensor.From([1f, 1e-6f]).ToString());

    [Fact]
    public void Special_values_have_names() => Assert.Equal("tensor([nan, inf, -inf, 1.])", Tensor.From([float.NaN, float.PositiveInfinity, float.NegativeInfinity, 1f]).ToString().Replace("  ", " "));

    [Fact]
    public void Integers_align() => Assert.Equal("tensor([[ 1, 20],\n        [-3,  4]])", Tensor.From(new[,] { { 1L, 20L }, { -3L, 4L } }).ToString());

    [Fact]
    public void Truth_values_align() => Assert.Equal("tensor([ True, False])", Tensor.From([true, false]).ToString());

    [Fact]
    public void Other_types_are_named() => Assert.Equal("tensor([1., 2.], dtype=float64)", Tensor.From([1d, 2d]).ToString());

    [Fact]
    public void A_scalar_has_no_brackets() => Assert.Equal("tensor(3.5000)", Tensor.From(3.5f).ToString());

    [Fact]
    public void An_empty_tensor_shows_its_size() => Assert.Equal("tensor([], size=(0, 3))", Tensor.Zeros(0, 3).ToString());

    [Fact]
    public void Matrices_of_a_batch_are_a_line_apart() => Assert.Equal(
        "tensor([[[0., 0.],\n         [0., 0.]],\n\n        [[0., 0.],\n         [0., 0.]]])", Tensor.Zeros(2, 2, 2).ToString());

    [Fact]
    public void Long_rows_wrap() => Assert.Equal(
        "tensor([ 0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11, 12, 13, 14, 15, 16, 17,\n        18, 19])", Tensor.Arange(20).ToString());

    [Fact]
    public void Many_elements_are_shortened() => Assert.Equal("tensor([   0,    1,    2,  ..., 1997, 1998, 1999])", Tensor.Arange(2000).ToString());

    [Fact]
    public void History_is_shown()
    {
        var x = Tensor.Ones(2);
        x.RequiresGrad = true;
        Assert.Equal("tensor([1., 1.], requires_grad=True)", x.ToString());
        Assert.Equal("tensor([2., 2.], grad_fn=<AddBackward0>)", (x + 1).ToString());
    }
}
