namespace DslTensors.Tests.Tensors;

/// <summary>Views share memory and count writes together.</summary>
public class ViewTests
{
    private readonly Tensor<float> _matrix = Tensor.From([1f, 2, 3, 4, 5, 6], 2, 3);

    public static TheoryData<string, float[]> Views => new()
    {
        { "transpose", [1, 4, 2, 5, 3, 6] },
        { "reshape", [1, 2, 3, 4, 5, 6] },
        { "select", [4, 5, 6] },
        { "slice", [2, 3, 5, 6] },
        { "unsqueeze", [1, 2, 3, 4, 5, 6] },
        { "detach", [1, 2, 3, 4, 5, 6] },
        { "permute", [1, 4, 2, 5, 3, 6] },
        { "nested", [6] },
    };

    [Theory]
    [MemberData(nameof(Views))]
    public void Writes_are_seen_both_ways(string name, float[] values)
    {
        var view = View(name);
        Assert.Equal(values, view.ToArray());
        _matrix.MulInPlace(10);
        Assert.Equal(values.Select(value => 10 * value), view.ToArray());
        view.AddInPlace(1);
        Assert.Equal(values.Length, _matrix.ToArray().Count(value => value % 10 == 1));
        Assert.Equal(2, _matrix.Version);
        Assert.Equal(2, view.Version);
    }

    [Fact]
    public void A_view_costs_nothing_by_size()
    {
        var large = Tensor.Zeros(1000, 1000);
        large.Transpose(0, 1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        large.Transpose(0, 1);
        large.Reshape(10, -1);
        _ = large[1..^1, 5];
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 10_000);
    }

    [Fact]
    public void Strides_are_in_elements()
    {
        Assert.Equal([3, 1], _matrix.Strides.ToArray());
        Assert.Equal([1, 3], _matrix.Transpose(0, 1).Strides.ToArray());
        Assert.Equal([0, 3, 1], _matrix.Expand(4, -1, -1).Strides.ToArray());
        Assert.Equal(5, _matrix[1, 1..].Offset + 1);
        Assert.False(_matrix[.., 1..].IsContiguous);
        Assert.True(_matrix[1..].IsContiguous);
    }

    [Fact]
    public void Expanding_repeats_without_memory()
    {
        var wide = Tensor.From([1f, 2]).Reshape(2, 1).Expand(3, 2, 4);
        Assert.Equal(24, wide.Count);
        Assert.Equal([1, 1, 1, 1, 2, 2, 2, 2], wide.ToArray()[..8]);
        Assert.Equal(wide.Sum().Item(), wide.Contiguous().Sum().Item());
    }

    [Fact]
    public void Clone_and_contiguous_know_when_to_copy()
    {
        Assert.Same(_matrix, _matrix.Contiguous());
        var clone = _matrix.Clone();
        clone.MulInPlace(0);
        Assert.Equal([1, 2, 3, 4, 5, 6], _matrix.ToArray());
        var copy = _matrix.Transpose(0, 1).Contiguous();
        copy.MulInPlace(0);
        Assert.Equal([1, 2, 3, 4, 5, 6], _matrix.ToArray());
    }

    [Fact]
    public void A_span_reads_and_writes_in_place_and_needs_contiguous_memory()
    {
        _matrix[1].AsSpan()[2] = 60;
        Assert.Equal([1, 2, 3, 4, 5, 60], _matrix.ToArray());
        var error = Assert.Throws<ShapeException>(() => _matrix.Transpose(0, 1).AsSpan().Clear());
        Assert.Equal("a span needs contiguous memory, but the tensor of shape [3, 2] has strides [1, 3]. Use x.Contiguous().AsSpan().", error.Message);
    }

    [Fact]
    public void Scalars_and_empty_tensors_are_tensors()
    {
        var scalar = Tensor.From(3f);
        Assert.Equal((0, 1L, "[]"), (scalar.Rank, scalar.Count, scalar.Shape.ToString()));
        Assert.Equal([3], scalar.ToArray());
        Assert.Equal([3], scalar.Reshape(1, 1).ToArray());
        var empty = Tensor.Zeros(2, 0, 3);
        Assert.Equal((0L, "[2, 0, 3]"), (empty.Count, empty.Shape.ToString()));
        Assert.Empty(empty.ToArray());
        Assert.Empty(empty.Exp().Transpose(0, 2).Contiguous().ToArray());
        Assert.Equal(0, empty.Sum().Item());
        Assert.Equal([0, 0, 0, 0, 0, 0], empty.Sum(1).ToArray());
        Assert.Equal([2, 0, 3], (empty + Tensor.Ones(3)).Shape.ToArray());
        Assert.Equal([2, 0, 3], (empty * scalar).Shape.ToArray());
    }

    private Tensor<float> View(string name) => name switch
    {
        "transpose" => _matrix.Transpose(0, 1),
        "reshape" => _matrix.Reshape(3, 2),
        "select" => _matrix.Select(0, 1),
        "slice" => _matrix[.., 1..],
        "unsqueeze" => _matrix.Unsqueeze(1),
        "detach" => _matrix.Detach(),
        "permute" => _matrix.Permute(1, 0),
        _ => _matrix.Transpose(0, 1)[1..][^1].Narrow(0, 1, 1),
    };
}
