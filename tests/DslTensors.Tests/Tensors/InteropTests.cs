using System.Numerics.Tensors;

namespace DslTensors.Tests.Tensors;

/// <summary>Elements shared with spans, memory and the tensors of System.Numerics.</summary>
public class InteropTests
{
    private readonly Tensor<long> _x = Tensor.Arange(24).Reshape(2, 3, 4);

    [Fact]
    public void Spans_and_memory_are_the_elements()
    {
        _x.AsSpan()[5] = 50;
        _x[1].AsMemory().Span[0] = 120;
        Assert.Equal(50, _x[0, 1, 1].Item());
        Assert.Equal(120, _x.AsReadOnlySpan()[12]);
        Assert.Equal(12, _x[1].AsMemory().Length);
        Assert.StartsWith("a span needs contiguous memory", Assert.Throws<ShapeException>(() => _x.Transpose(0, 1).AsMemory()).Message);
    }

    [Fact]
    public void A_tensor_span_keeps_strides()
    {
        var turned = _x.Permute(2, 0, 1)[1..3];
        var span = turned.AsTensorSpan();
        Assert.Equal([2, 2, 3], span.Lengths.ToArray().Select(size => (int)size));
        Assert.Equal(turned[1, 1, 2].Item(), span[1, 1, 2]);
        span[1, 0, 2] = -7;
        Assert.Equal(-7, _x[0, 2, 2].Item());
        var read = new long[12];
        turned.AsReadOnlyTensorSpan().FlattenTo(read);
        Assert.Equal(turned.ToArray(), read);
    }

    [Fact]
    public void Repeated_elements_are_read_only()
    {
        var wide = Tensor.From([1f, 2, 3]).Expand(2, 3);
        var read = new float[6];
        wide.AsReadOnlyTensorSpan().FlattenTo(read);
        Assert.Equal([1, 2, 3, 1, 2, 3], read);
        Assert.StartsWith("a TensorSpan to write needs an element for each place", Assert.Throws<ShapeException>(() => wide.AsTensorSpan()[0, 0]).Message);
    }

    [Theory]
    [InlineData]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(2, 0, 3)]
    [InlineData(1, 3, 1)]
    public void Every_shape_goes_there_and_back(params int[] shape)
    {
        var x = Tensor.Rand(shape);
        Assert.Equal(x.ToArray(), Tensor.From(x.AsReadOnlyTensorSpan()).ToArray());
        if (shape.Length > 0)
            Assert.Equal(x.Shape, Tensor.From(x.AsReadOnlyTensorSpan()).Shape);
    }

    [Fact]
    public void A_tensor_of_System_Numerics_is_copied()
    {
        var theirs = System.Numerics.Tensors.Tensor.Create([1.0, 2, 3, 4, 5, 6], [2, 3]);
        var ours = Tensor.From(theirs.AsReadOnlyTensorSpan());
        theirs[0, 0] = 9;
        Assert.Equal([2, 3], ours.Shape);
        Assert.Equal([1, 2, 3, 4, 5, 6], ours.ToArray());
    }

    [Fact]
    public void Arrays_are_shared_on_request()
    {
        float[] data = [1, 2, 3, 4, 5, 6];
        var x = Tensor.AsTensor(data, 2, 3);
        var y = Tensor.AsTensor(data.AsMemory(2, 3));
        data[2] = 30;
        x[1, 1] = 50;
        Assert.Equal([1, 2, 30, 4, 50, 6], x.ToArray());
        Assert.Equal([30, 4, 50], y.ToArray());
        Assert.Equal(50, data[4]);
        Assert.StartsWith("shape '[4]' is invalid for input of size 6", Assert.Throws<ShapeException>(() => Tensor.AsTensor(data, 4)).Message);
    }

    [Fact]
    public void Memory_handed_out_is_never_given_to_another_tensor()
    {
        var kept = Escape();
        for (var i = 0; i < 200; i++)
            Tensor.Full([100_000], i + 1).GetHashCode();
        GC.Collect();
        for (var i = 0; i < 200; i++)
            Tensor.Full([100_000], i + 1).GetHashCode();
        Assert.All(kept, memory => Assert.Equal(0, memory.Span[99_999]));
    }

    private static Memory<float>[] Escape() => [.. Enumerable.Range(0, 20).Select(_ => Tensor.Zeros(100_000).AsMemory())];
}
