namespace DslTensors.Tests;

public class SmokeTests
{
    [Fact]
    public void A_polynomial_gives_its_derivative()
    {
        Tensor<double> x = [1, 1, 1, 1, 1];
        x.RequiresGrad = true;
        ((x * x) + (x * x * x)).Sum().Backward();
        Assert.Equal([5, 5, 5, 5, 5], x.Grad!.ToArray());
    }

    [Fact]
    public void A_linear_layer_gives_gradients_of_input_weight_and_bias()
    {
        var x = Tensor.Rand<double>(3, 4);
        var w = Tensor.Rand<double>(2, 4);
        var b = Tensor.Rand<double>(2);
        w.RequiresGrad = b.RequiresGrad = x.RequiresGrad = true;
        var loss = Tensor.CrossEntropy(Tensor.Linear(x, w, b).Tanh(), Tensor.From([0L, 1L, 1L]));
        loss.Backward();
        Assert.Equal(x.Shape, x.Grad!.Shape);
        Assert.Equal(w.Shape, w.Grad!.Shape);
        Assert.Equal(b.Shape, b.Grad!.Shape);
    }

    [Fact]
    public void Bmm_of_wrong_sizes_says_so()
    {
        var error = Assert.Throws<ShapeException>(() => Tensor.Bmm(Tensor.Rand(10, 2, 5), Tensor.Rand(10, 4, 2)));
        Assert.StartsWith("Expected size for first two dimensions of batch2 tensor to be: [10, 5] but got: [10, 4].", error.Message);
    }
}
