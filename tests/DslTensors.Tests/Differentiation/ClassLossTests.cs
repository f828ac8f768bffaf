namespace DslTensors.Tests.Differentiation;

/// <summary>The cross entropy that is one step of the graph, against the same loss as two operators.</summary>
public class ClassLossTests
{
    public static TheoryData<int, int, bool, int, Reduction> Cases => new()
    {
        { 1, 1, false, -100, Reduction.Mean },
        { 6, 3, false, -100, Reduction.Mean },
        { 33, 10, true, 2, Reduction.Mean },
        { 17, 32, false, 5, Reduction.Sum },
        { 5, 33, true, -100, Reduction.Sum },
        { 40, 100, true, 7, Reduction.Mean },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Losses_and_gradients_are_those_of_two_operators(int rows, int classes, bool isWeighted, int ignored, Reduction reduction)
    {
        var (scores, target, weight) = Inputs(rows, classes, isWeighted);
        var (own, other) = (Leaf(scores), Leaf(scores));
        var loss = Tensor.CrossEntropy(own, target, weight, ignored, reduction);
        var expected = other.LogSoftmax(1).NllLoss(target, weight, ignored, reduction);
        AssertClose(expected, loss);
        Assert.Equal("NllLossBackward0", loss.GradFn!.Name);
        (loss * 1.5).Backward();
        (expected * 1.5).Backward();
        AssertClose(other.Grad!, own.Grad!);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Second_gradients_are_those_of_two_operators(int rows, int classes, bool isWeighted, int ignored, Reduction reduction)
    {
        var (scores, target, weight) = Inputs(rows, classes, isWeighted);
        var direction = Tensor.Arange<double>(rows * classes).Reshape(rows, classes).Cos();
        Tensor<double> Second(Func<Tensor<double>, Tensor<double>> loss)
        {
            var x = Leaf(scores);
            var gradient = Autograd.Grad(loss(x).Square(), x, createGraph: true);
            (gradient * direction).Sum().Backward();
            return x.Grad!;
        }

        AssertClose(
            Second(x => x.LogSoftmax(1).NllLoss(target, weight, ignored, reduction)),
            Second(x => Tensor.CrossEntropy(x, target, weight, ignored, reduction)));
    }

    [Fact]
    public void Scores_may_be_written_after_the_loss()
    {
        var x = Leaf(Tensor.Arange<double>(6).Reshape(2, 3));
        var scores = x * 1;
        var loss = Tensor.CrossEntropy(scores, Tensor.From<long>([0, 2]));
        scores.MulInPlace(100);
        loss.Backward();
        Assert.Equal(-0.4549847, x.Grad![0, 0].Item(), 1e-6);
    }

    [Fact]
    public void A_class_out_of_range_is_named() =>
        Assert.StartsWith("Target 3 is out of bounds.", Assert.Throws<DimensionException>(() => Tensor.CrossEntropy(Tensor.Zeros(2, 3), Tensor.From<long>([0, 3]))).Message);

    private static (Tensor<double> Scores, Tensor<long> Target, Tensor<double>? Weight) Inputs(int rows, int classes, bool isWeighted)
    {
        var scores = (Tensor.Arange<double>(rows * classes) * 0.7).Sin().Reshape(rows, classes) * 3;
        var target = Tensor.From(Enumerable.Range(0, rows).Select(row => (long)(row * 7 % classes)).ToArray());
        return (scores, target, isWeighted ? (Tensor.Arange<double>(classes) * 0.3).Cos() + 1.5 : null);
    }

    private static Tensor<double> Leaf(Tensor<double> values)
    {
        var leaf = values.Clone();
        leaf.RequiresGrad = true;
        return leaf;
    }

    private static void AssertClose(Tensor<double> expected, Tensor<double> actual)
    {
        foreach (var (a, b) in expected.ToArray().Zip(actual.ToArray()))
            Assert.InRange(b - a, -1e-10 * (1 + Math.Abs(a)), 1e-10 * (1 + Math.Abs(a)));
    }
}
