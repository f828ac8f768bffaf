namespace DslTensors.Tests.Optimizers;

public class GradientClippingTests
{
    [Theory]
    [InlineData(2.0, 5.0)]
    [InlineData(1.0, 7.0)]
    [InlineData(double.PositiveInfinity, 4.0)]
    public void All_gradients_count_as_one_vector(double order, double norm)
    {
        var (x, y, none) = (Tensor.From([0f, 0f]), Tensor.From([0.0]), Tensor.From([1f]));
        (x.Grad, y.Grad) = (Tensor.From([3f, 0f]), Tensor.From([-4.0]));
        Tensor[] parameters = [x, none, y];
        var before = x.Grad;

        Assert.Equal(norm, parameters.ClipGradNorm(10, order), 1e-6);
        Assert.Equal(3f, x.Grad.ToArray()[0]);
        Assert.Equal(norm, parameters.ClipGradNorm(1, order), 1e-6);
        Assert.Equal(3 / norm, x.Grad.ToArray()[0], 1e-6);
        Assert.Equal(-4 / norm, y.Grad.Item(), 1e-6);
        Assert.Same(before, x.Grad);
        Assert.Equal(0, new[] { none }.ClipGradNorm(1));
    }

    [Fact]
    public void A_norm_that_is_not_finite_is_an_error_if_wished()
    {
        var x = Tensor.From([0f, 0f]);
        x.Grad = Tensor.From([1f, float.NaN]);
        var message = Assert.Throws<TensorException>(() => new[] { x }.ClipGradNorm(1, errorIfNonfinite: true)).Message;
        Assert.StartsWith("The total norm of order 2.0 for gradients from `parameters` is non-finite, so it cannot be clipped.", message);
        Assert.Equal(1f, x.Grad.ToArray()[0]);
        Assert.Equal(double.NaN, new[] { x }.ClipGradNorm(1));
        Assert.Equal([float.NaN, float.NaN], x.Grad.ToArray());
    }

    [Fact]
    public void Values_are_limited_one_by_one()
    {
        var (x, y) = (Tensor.From([0f, 0f, 0f]), Tensor.From([0f]).To<Half>());
        (x.Grad, y.Grad) = (Tensor.From([3f, -0.25f, -7f]), Tensor.From([2f]).To<Half>());
        new Tensor[] { x, y }.ClipGradValue(0.5);
        Assert.Equal([0.5f, -0.25f, -0.5f], x.Grad.ToArray());
        Assert.Equal((Half)0.5, y.Grad.Item());
    }
}
