using DslTensors.Tests.Differentiation.Gradients;

namespace DslTensors.Tests.Differentiation;

/// <summary>The nuclear norm: of matrices within batches, and its gradients to the third.</summary>
public class NuclearNormTests
{
    [Theory]
    [InlineData(3, 3)]
    [InlineData(4, 2)]
    [InlineData(2, 5)]
    public void Gradients_are_limits_of_differences(int rows, int columns)
    {
        var x = OperatorSamples.Values(3, [rows, columns], -2, 2);
        var (u, v) = (OperatorSamples.Values(4, [rows, columns], 0.2, 0.9), OperatorSamples.Values(5, [rows, columns], 0.2, 0.9));
        Tensor<double> First(Tensor<double> at) => Gradient(at, leaf => leaf.Norm("nuc"));
        Tensor<double> Second(Tensor<double> at) => Gradient(at, leaf => (Derivative(leaf.Norm("nuc"), leaf) * u).Sum());
        Tensor<double> Third(Tensor<double> at) => Gradient(at, leaf => (Derivative((Derivative(leaf.Norm("nuc"), leaf) * u).Sum(), leaf) * v).Sum());

        NumericGradient.AssertClose(NumericGradient.Of(at => at.Norm("nuc").Item(), x), First(x).ToArray(), "once");
        NumericGradient.AssertClose(NumericGradient.Of(at => (First(at) * u).Sum().Item(), x), Second(x).ToArray(), "twice");
        NumericGradient.AssertClose(NumericGradient.Of(at => (Second(at) * v).Sum().Item(), x), Third(x).ToArray(), "three times");
    }

    [Fact]
    public void Matrices_of_a_batch_have_their_own_norms()
    {
        var x = OperatorSamples.Values(6, [2, 3, 4], -1, 1);
        double[] expected = [.. Enumerable.Range(0, 3).Select(i => x.Select(1, i).Norm("nuc").Item())];

        NumericGradient.AssertClose(expected, x.Norm("nuc", dim: [0, 2]).ToArray(), "norms");
        NumericGradient.AssertClose(expected, x.Norm("nuc", dim: [-1, 0]).ToArray(), "norms in the other order");
        Assert.Equal([1, 3, 1], x.Norm("nuc", dim: [0, 2], keepDim: true).Shape.ToArray());
        Assert.Equal([1, 1], x[0].Norm("nuc", keepDim: true).Shape.ToArray());
    }

    [Fact]
    public void A_matrix_without_full_rank_has_finite_gradients()
    {
        var x = Tensor.From([1.0, 2, 2, 4, -1, -2]).Reshape(3, 2).Detach();
        var gradient = Gradient(x, leaf => (Derivative(leaf.Norm("nuc"), leaf) * leaf.Detach()).Sum());

        Assert.All(gradient.ToArray(), value => Assert.True(double.IsFinite(value)));
        Assert.Equal(Math.Sqrt(30), x.Norm("nuc").Item(), 12);
    }

    [Fact]
    public void What_is_no_matrix_is_refused()
    {
        var x = Tensor.Rand(2, 3, 4);
        Assert.StartsWith("Expected a tensor with 2 dimensions, but got a tensor with 3 dimensions instead", Assert.Throws<ShapeException>(() => x.Norm("nuc")).Message);
        Assert.StartsWith("nuclear norm requires a 'dim' argument of size 2", Assert.Throws<ShapeException>(() => x.Norm("nuc", dim: 1)).Message);
        Assert.Throws<DimensionException>(() => x.Norm("nuc", dim: [0, 3]));
        Assert.StartsWith("only valid string values are 'fro' and 'nuc', found foo", Assert.Throws<TensorException>(() => x.Norm("foo")).Message);
    }

    private static Tensor<double> Gradient(Tensor<double> at, Func<Tensor<double>, Tensor<double>> function)
    {
        var leaf = at.Detach().Clone();
        leaf.RequiresGrad = true;
        function(leaf).Backward();
        return leaf.Grad!.Detach();
    }

    private static Tensor<double> Derivative(Tensor<double> value, Tensor<double> leaf)
    {
        leaf.Grad = null;
        value.Backward(createGraph: true);
        var gradient = leaf.Grad!;
        leaf.Grad = null;
        return gradient;
    }
}
