namespace DslTensors.Tests.Gpu;

public abstract partial class DeviceSuite
{
    [DeviceFact]
    public void Reductions()
    {
        Same(x => x[0].Sum() + x[0].Mean(), [Numbers(3, 4)]);
        Same(x => x[0].Sum([0, 2]), [Numbers(2, 3, 4)]);
        Same(x => x[0].Transpose(0, 2).Sum(1, keepDim: true), [Numbers(2, 3, 4)]);
        Same(x => x[0].Amax(1) + x[0].Amin(1) + x[0].Prod(1), [Numbers(3, 4)]);
        Same(x => x[0].Var(1) + x[0].Std(1), [Numbers(3, 5)]);
        foreach (var p in new[] { 0, 1, 2, 3, double.PositiveInfinity, double.NegativeInfinity })
            Same(x => x[0].Norm(p, dim: 1), [Numbers(3, 4)], differentiates: p != 0);
    }

    [DeviceFact]
    public void A_long_reduction_is_a_tree() => Same(x => x[0].Sum(1), [Numbers(2, 3000)]);

    [DeviceFact]
    public void Matrix_products()
    {
        Same(x => x[0].Mm(x[1]), [Numbers(5, 7), Numbers(7, 6)]);
        Same(x => x[0].Transpose(0, 1).Mm(x[1].Transpose(0, 1)), [Numbers(7, 5), Numbers(6, 7)]);
        Same(x => x[0].Bmm(x[1]), [Numbers(2, 3, 4), Numbers(2, 4, 5)]);
        Same(x => x[0].Matmul(x[1]), [Numbers(2, 3, 4), Numbers(4, 5)]);
        Same(x => Tensor.Linear(x[0], x[1], x[2]), [Numbers(2, 3, 4), Numbers(5, 4), Numbers(5)]);
        Same(x => Tensor.Linear(x[0], x[1]), [Numbers(3, 4), Numbers(9, 4)]);
        var (a, b) = (Tensor.From([1L, 2, 3, 4]).Reshape(2, 2), Tensor.From([5L, 6, 7, 8]).Reshape(2, 2));
        Assert.Equal(a.Mm(b).ToArray(), a.To(Device).Mm(b.To(Device)).ToArray());
    }

    [DeviceFact]
    public void Softmax_and_cross_entropy()
    {
        Same(x => x[0].Softmax(1) + x[0].LogSoftmax(0), [Numbers(3, 4)]);
        Same(x => x[0].Transpose(0, 1).Softmax(-1), [Numbers(3, 4)]);
        var target = Tensor.From([1L, 3, 0]);
        var weight = Numbers(4).Abs();
        Same(x => Tensor.CrossEntropy(x[0], target.To(x[0].Device)), [Numbers(3, 4)]);
        Same(x => Tensor.CrossEntropy(x[0], target.To(x[0].Device), weight.To(x[0].Device), ignoreIndex: 3), [Numbers(3, 4)]);
    }

    [DeviceFact]
    public void Joining_and_views()
    {
        Same(x => Tensor.Cat([x[0], x[1]], 1) * 2, [Numbers(2, 3), Numbers(2, 4)]);
        Same(x => Tensor.Stack([x[0], x[1].Transpose(0, 1)], -1), [Numbers(2, 3), Numbers(3, 2)]);
        Same(x => x[0][1] + x[0][.., 0].Sum() + x[0].Diagonal().Sum(), [Numbers(3, 4)]);
        Same(x => x[0].Reshape(4, 3).Expand(2, 4, 3).Contiguous(), [Numbers(3, 4)]);
    }
}
