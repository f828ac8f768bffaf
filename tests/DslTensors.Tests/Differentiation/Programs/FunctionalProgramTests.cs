using static DslTensors.Tests.Differentiation.Programs.TorchProgram;

namespace DslTensors.Tests.Differentiation.Programs;

/// <summary>Checkpoints, and derivatives of functions.</summary>
public class FunctionalProgramTests
{
    private static Tensor<double> Point => Tensor.From([2.0, 3, 5]);

    private static Tensor<double> SmallPoint => Tensor.From([0, 1, 0.5]);

    [Fact]
    public void Checkpointed() => Answers(() =>
    {
        var (x, w) = (X(), X());
        var y = Autograd.Checkpoint(t => (t * w).Exp() * t, x);
        y.Sum().Backward();
        return new[] { y, x.Grad, w.Grad };
    });

    [Fact]
    public void Jacobian() => Answers(() => Autograd.Jacobian(x => Tensor.Stack([x.Prod(), (x * x).Sum()]), Point));

    [Fact]
    public void Hessian() => Answers(() => Autograd.Hessian(CubesAndProduct, Point));

    [Fact]
    public void Vector_jacobian_product() => Answers(() => Listed(Autograd.Vjp(ExpTimesSum, SmallPoint, Tensor.From([1.0, 2, 3]))));

    [Fact]
    public void Jacobian_vector_product() => Answers(() => Listed(Autograd.Jvp(ExpTimesSum, SmallPoint, Tensor.From([1.0, 2, 3]))));

    [Fact]
    public void Hessian_vector_product() => Answers(() => Listed(Autograd.Hvp(CubesAndProduct, Point, Tensor.From([1.0, 0, 2]))));

    [Fact]
    public void Jacobians_of_several_inputs_and_of_what_does_not_depend()
    {
        var jacobians = Autograd.Jacobian(inputs => inputs[0].Matmul(inputs[1]), [Numbers(2, 2), Tensor.From([1.0, 2]), Tensor.Ones<double>(3)]);
        Assert.Equal([1, 2, 0, 0, 0, 0, 1, 2], jacobians[0].ToArray());
        Assert.Equal([2, 2, 2], jacobians[0].Shape.ToArray());
        Assert.Equal([0, 1, 2, 3], jacobians[1].ToArray());
        Assert.Equal(new double[6], jacobians[2].ToArray());
        var second = Autograd.Hessian(inputs => (inputs[0] * inputs[1]).Sum(), [Numbers(2), Numbers(2)]);
        Assert.Equal([1, 0, 0, 1], second[0][1].ToArray());
        Assert.Equal(new double[4], second[1][1].ToArray());
    }

    [Fact]
    public void Derivatives_of_functions_can_be_differentiated()
    {
        var x = Point;
        x.RequiresGrad = true;
        Autograd.Hessian(t => t.Pow(4).Sum(), x, createGraph: true).Sum().Backward();
        Assert.Equal([48, 72, 120], x.Grad!.ToArray());
        x.Grad = null;
        Autograd.Jvp(t => t.Pow(3), x, Tensor.Ones<double>(3), createGraph: true).Product.Sum().Backward();
        Assert.Equal([12, 18, 30], x.Grad!.ToArray());
        Assert.False(Autograd.Vjp(t => t.Pow(3), x, Tensor.Ones<double>(3)).Product.RequiresGrad);
    }

    [Fact]
    public void Vectors_have_to_fit()
    {
        Assert.StartsWith("v has invalid size: should be [3] but got [2].", Assert.Throws<ShapeException>(() => Autograd.Vjp(t => t * 2, Point, Numbers(2))).Message);
        Assert.StartsWith("The vector v can only be None if the user-provided function returns", Assert.Throws<ShapeException>(() => Autograd.Vjp(t => t * 2, Point)).Message);
        Assert.StartsWith("The Tensor returned by the function given to hessian should contain a single element", Assert.Throws<ShapeException>(() => Autograd.Hessian(t => t * 2, Point)).Message);
    }

    private static Tensor<double> CubesAndProduct(Tensor<double> x) => x.Pow(3).Sum() + x.Prod();

    private static Tensor<double> ExpTimesSum(Tensor<double> x) => x.Exp() * x.Sum();

    private static object[] Listed((Tensor<double> Output, Tensor<double> Product) result) => [result.Output, result.Product];
}
