namespace DslTensors.Tests.Gpu;

public abstract partial class DeviceSuite
{
    [DeviceFact]
    public void Gather_scatter_and_index_select()
    {
        var index = Tensor.From([0L, 2, 1, 1, 0, 2]).Reshape(2, 3);
        Same(x => x[0].Gather(1, index.To(x[0].Device)), [Numbers(2, 4)]);
        Same(x => x[0].Gather(0, (index % 2).To(x[0].Device)), [Numbers(2, 4)]);
        Same(x => x[0].ScatterAdd(1, index.To(x[0].Device), x[1]), [Numbers(2, 4), Numbers(2, 3)]);
        Same(x => x[0].Scatter(1, index.To(x[0].Device), x[1]), [Numbers(2, 4), Numbers(2, 3)]);
        Same(x => x[0].IndexSelect(1, Tensor.From([3L, 0, 3]).To(x[0].Device)), [Numbers(2, 4)]);
        Same(x => Tensor.Embedding(index.To(x[0].Device), x[0]), [Numbers(3, 4)]);
    }

    [DeviceFact]
    public void Indexing_with_tensors_and_masks()
    {
        var rows = Tensor.From([2L, -1, 0]);
        Same(x => x[0][rows.To(x[0].Device)], [Numbers(3, 4)]);
        Same(x => x[0][.., rows.To(x[0].Device)], [Numbers(3, 4)]);
        Same(x => x[0][rows.To(x[0].Device), rows.To(x[0].Device)], [Numbers(3, 4)]);
        var here = Numbers(3, 4).To(Device);
        here[Tensor.From([1L, 2]).To(Device)] = Tensor.Zeros<float>(2, 4).To(Device);
        here[0] = 5;
        here[here.Gt(4)] = 7;
        Assert.Equal([7, 7, 7, 7, 0, 0, 0, 0, 0, 0, 0, 0], here.ToArray());
    }

    [DeviceFact]
    public void Masks_and_integers()
    {
        Same(x => x[0].MaskedSelect(x[0].Gt(-2)), [Numbers(3, 4)]);
        Same(x => x[0][Tensor.From([true, false, true]).To(x[0].Device)], [Numbers(3, 4)]);
        var (a, b) = (Tensor.From([12, 18, -7, 5]), Tensor.From([8, 27, 3, 2]));
        var (c, d) = (a.To(Device), b.To(Device));
        Assert.Equal((a & b).ToArray(), (c & d).ToArray());
        Assert.Equal((a ^ b).ToArray(), (c ^ d).ToArray());
        Assert.Equal(a.BitwiseNot().ToArray(), c.BitwiseNot().ToArray());
        Assert.Equal(Tensor.Gcd(a, b).ToArray(), Tensor.Gcd(c, d).ToArray());
        Assert.Equal(a.BitwiseLeftShift(b).ToArray(), c.BitwiseLeftShift(d).ToArray());
        Assert.Equal(a.Pow(3).ToArray(), c.Pow(3).ToArray());
        Assert.Equal(a.Cummax(0).Values.ToArray(), c.Cummax(0).Values.ToArray());
        Assert.Equal(a.Nonzero().ToArray(), c.Nonzero().ToArray());
    }

    [DeviceFact]
    public void An_index_out_of_range_is_an_error()
    {
        var error = Assert.Throws<DimensionException>(() => Numbers(3, 4).To(Device).Gather(1, Tensor.From([4L]).Reshape(1, 1).To(Device)).ToArray());
        if (!ReferenceEquals(Device, Device.Cpu))
            Assert.Contains("gather", error.Message);
        Assert.Equal([1], Tensor.From([1f]).To(Device).ToArray());
    }

    [DeviceFact]
    public void Searches_running_sums_and_sorting()
    {
        var values = Numbers(3, 5);
        values[1, 2] = float.NaN;
        var here = values.To(Device);
        Assert.Equal(values.Argmax(dim: 1).ToArray(), here.Argmax(dim: 1).ToArray());
        Assert.Equal(values.Argmin(dim: 0).ToArray(), here.Argmin(dim: 0).ToArray());
        Assert.Equal(values.Argmax().Item(), here.Argmax().Item());
        Assert.Equal(values.Isnan().Any(1).ToArray(), here.Isnan().Any(1).ToArray());
        Assert.Equal(values.Gt(0).All(0).ToArray(), here.Gt(0).All(0).ToArray());
        Assert.Equal(values.CountNonzero().Item(), here.CountNonzero().Item());
        var (sorted, order) = here.Sort(1, descending: true);
        Close(values.Sort(1, descending: true).Values, sorted, "sorted");
        Assert.Equal(values.Sort(1, descending: true).Indices.ToArray(), order.ToArray());
        Same(x => x[0].Sort(0).Values + x[0].Cumsum(1), [Numbers(3, 4)]);
        Same(x => x[0].Topk(2, 1).Values + x[0].Max(1, keepDim: true).Values, [Numbers(3, 4)]);
        Same(x => x[0].Cumprod(1), [Numbers(3, 4)], differentiates: false);
    }
}
