namespace DslTensors.Tests.Differentiation;

/// <summary>The check of gradients that users have for their operators.</summary>
public class GradCheckTests
{
    [Fact]
    public void Right_gradients_pass()
    {
        var (x, w) = (Leaf([0.5, 1.5, 2.5, 3.5], 2, 2), Leaf([1.0, 2], 2));
        Assert.True(Autograd.GradCheck(t => t.Exp().Sin(), x));
        Assert.True(Autograd.GradCheck(t => t[0].Exp() * t[1].Sum(), [x, w]));
        Assert.True(Autograd.GradCheck(t => (Tensor<double>[])[t[0] * t[1], t[0].Matmul(t[1])], [x, w]));
        Assert.True(Autograd.GradGradCheck(t => t.Exp().Sin(), x));
        Assert.True(Autograd.GradGradCheck(t => t[0].Pow(3) * t[1], [x, w]));
        Assert.Equal([0.5, 1.5, 2.5, 3.5], x.ToArray());
    }

    [Fact]
    public void Views_are_checked_in_their_own_memory()
    {
        var x = Leaf([0.5, 1.5, 2.5, 3.5], 2, 2).Detach().Transpose(0, 1);
        x.RequiresGrad = true;
        Assert.True(Autograd.GradCheck(t => t.Exp() * Tensor.From([1.0, 2, 3, 4], 2, 2), x));
    }

    [Fact]
    public void A_wrong_gradient_is_named_with_its_element()
    {
        var x = Leaf([1, 2, 3, 4], 2, 2);
        var error = Assert.Throws<AutogradException>(() => Autograd.GradCheck(t => Tensor.WrongAtThree(t), x));
        Assert.StartsWith("Jacobian mismatch for output 0 with respect to input 0,", error.Message);
        Assert.Contains("output[1, 0] by input[1, 0]: numerical 6.0000", error.Message);
        Assert.Contains("analytical 7", error.Message);
        Assert.Contains("1 of 16 derivatives differ.", error.Message);
        Assert.False(Autograd.GradCheck(t => Tensor.WrongAtThree(t), x, raiseException: false));
    }

    [Fact]
    public void A_wrong_second_derivative_is_found() =>
        Assert.False(Autograd.GradGradCheck(t => t.DetachedSlope(), Leaf([1, 2], 2), raiseException: false));

    [Fact]
    public void A_gradient_that_forgets_what_it_is_given_is_found()
    {
        var error = Assert.Throws<AutogradException>(() => Autograd.GradCheck(t => t.ForgetfulDouble(), Leaf([1, 2], 2)));
        Assert.Matches("^(Jacobian mismatch|backward not multiplied by grad_output)", error.Message);
    }

    [Fact]
    public void Some_input_has_to_require_gradients() =>
        Assert.StartsWith(
            "gradcheck expects at least one input tensor to require gradient",
            Assert.Throws<AutogradException>(() => Autograd.GradCheck(t => t.Exp(), Tensor.Ones<double>(2))).Message);

    private static Tensor<double> Leaf(double[] values, params int[] size)
    {
        var leaf = Tensor.From(values, size);
        leaf.RequiresGrad = true;
        return leaf;
    }
}

/// <summary>x squared, with a gradient that is wrong at 3.</summary>
[TensorOp("s... -> s...")]
internal static partial class WrongAtThree
{
    private static Tensor<T> Compose<T>(Tensor<T> input)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => input * input;

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => grad * ((input * 2) + input.Eq(3).To<T>());
}

/// <summary>x squared, with a gradient that can't be differentiated.</summary>
[TensorOp("s... -> s...")]
internal static partial class DetachedSlope
{
    private static Tensor<T> Compose<T>(Tensor<T> input)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => input * input;

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => grad * input.Detach() * 2;
}

/// <summary>Twice x, with a gradient that is 2 whatever comes in.</summary>
[TensorOp("s... -> s...")]
internal static partial class ForgetfulDouble
{
    private static Tensor<T> Compose<T>(Tensor<T> input)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => input * 2;

    private static Tensor<T> GradInput<T>(Tensor<T> grad)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => (grad * 0) + 2;
}
