namespace DslTensors.Tests.Tensors;

public class CreationTests
{
    [Fact]
    public void Collection_expressions_are_vectors()
    {
        Tensor<float> a = [1f, 2f];
        Tensor<long> b = [.. Enumerable.Range(0, 100_000).Select(i => (long)i)];
        Tensor<bool> c = [];
        Assert.Equal([1, 2], a.ToArray());
        Assert.Equal([100_000], b.Shape.ToArray());
        Assert.Equal(99_999, b[^1].Item());
        Assert.Equal([0], c.Shape.ToArray());
    }

    [Fact]
    public void From_copies()
    {
        float[] data = [1, 2, 3, 4];
        var (vector, matrix) = (Tensor.From(data), Tensor.From(data, 2, 2));
        data[0] = 9;
        Assert.Equal([1, 2, 3, 4], vector.ToArray());
        Assert.Equal([2, 2], matrix.Shape.ToArray());
        Assert.Equal([1, 2, 3, 4], Tensor.From(data.AsSpan(0..0)).ToArray().Concat(matrix.ToArray()));
        Assert.Equal([2, 3], Tensor.From(new[,] { { 1.0, 2, 3 }, { 4, 5, 6 } }).Shape.ToArray());
        Assert.Equal([1, 2, 3, 4, 5, 6], Tensor.From(new[,] { { 1.0, 2, 3 }, { 4, 5, 6 } }).ToArray());
        Assert.Equal(0, Tensor.From(true).Rank);
        Assert.StartsWith("shape '[3, 2]' is invalid for input of size 4", Assert.Throws<ShapeException>(() => Tensor.From(data, 3, 2)).Message);
    }

    [Fact]
    public void Item_needs_one_element()
    {
        Assert.Equal(5, Tensor.From([5f], 1, 1).Item());
        Assert.Equal(
            "a Tensor with 2 elements cannot be converted to Scalar: the shape is [2]. Index it first, or reduce it.",
            Assert.Throws<ShapeException>(() => Tensor.From([1f, 2]).Item()).Message);
        Assert.StartsWith("a Tensor with 0 elements", Assert.Throws<ShapeException>(() => Tensor.Zeros(0).Item()).Message);
        Assert.Equal(6, Tensor.From([4f, 6])[1].Item());
    }

    [Fact]
    public void Shapes_deconstruct()
    {
        var (rows, columns) = Tensor.Zeros(2, 3).Shape;
        var (b, t, c) = Tensor.Zeros(4, 5, 6).Shape;
        var (n, k, h, w) = Tensor.Zeros(1, 2, 3, 4).Shape;
        Assert.Equal([2, 3, 4, 5, 6, 1, 2, 3, 4], [rows, columns, b, t, c, n, k, h, w]);
        Assert.Equal(
            "not enough or too many values to unpack (expected 2, got 1): the shape is [7].",
            Assert.Throws<ShapeException>(() =>
            {
                var (first, second) = Tensor.Zeros(7).Shape;
                return first + second;
            }).Message);
    }

    [Fact]
    public void Shapes_compare_by_sizes()
    {
        Shape shape = [2, 3];
        Assert.True(shape == Tensor.Zeros(2, 3).Shape);
        Assert.True(shape != Tensor.Zeros(3, 2).Shape);
        Assert.Equal(shape.GetHashCode(), Tensor.Zeros(2, 3).Shape.GetHashCode());
        Assert.Equal((3, 2, 6L, 2), (shape[-1], shape[^2], shape.Count, shape.Rank));
        Assert.Equal((0, 1L, "[]"), (default(Shape).Rank, default(Shape).Count, default(Shape).ToString()));
        Assert.StartsWith("Dimension out of range (expected to be in range of [-2, 1], but got 2)", Assert.Throws<DimensionException>(() => shape[2]).Message);
        Assert.Equal([2, 3], shape.ToList());
    }

    [Fact]
    public void Elements_come_in_row_major_order()
    {
        Assert.Equal([1, 3, 2, 4], Tensor.From([1f, 2, 3, 4], 2, 2).Transpose(0, 1).ToArray());
        var seen = new List<float>();
        foreach (var element in Tensor.From([1f, 2, 3, 4], 2, 2).Transpose(0, 1))
            seen.Add(element);
        Assert.Equal([1, 3, 2, 4], seen);
    }

    [Fact]
    public void A_tensor_knows_its_element_type()
    {
        Tensor x = Tensor.Zeros<short>(1);
        Assert.Equal(DType.Int16, x.DType);
        Assert.Same(x, x.As<short>());
        Assert.StartsWith("expected scalar type Float32 but found Int16. Use To<T>()", Assert.Throws<TensorException>(() => x.As<float>()).Message);
        Assert.Throws<TensorException>(() => Tensor.From<char>(['a']).DType);
    }
}
