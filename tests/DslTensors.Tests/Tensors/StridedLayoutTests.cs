namespace DslTensors.Tests.Tensors;

public class StridedLayoutTests
{
    [Fact]
    public void Row_major_layouts()
    {
        var layout = StridedLayout.Contiguous(2, 3, 4);
        Assert.Equal([12, 4, 1], layout.Strides);
        Assert.Equal((3, 24, true), (layout.Rank, layout.Count, layout.IsContiguous));
        Assert.Same(StridedLayout.Scalar, StridedLayout.Contiguous());
        Assert.Equal((0, 1, true), (StridedLayout.Scalar.Rank, StridedLayout.Scalar.Count, StridedLayout.Scalar.IsContiguous));
    }

    [Theory]
    [InlineData(new[] { 2, 3 }, new[] { 3, 1 }, true)]
    [InlineData(new[] { 2, 3 }, new[] { 1, 2 }, false)]
    [InlineData(new[] { 2, 3 }, new[] { 4, 1 }, false)]
    [InlineData(new[] { 2, 3 }, new[] { 0, 1 }, false)]
    [InlineData(new[] { 1, 3 }, new[] { 77, 1 }, true)]
    [InlineData(new[] { 3, 1 }, new[] { 1, 77 }, true)]
    [InlineData(new[] { 0, 3 }, new[] { 5, 7 }, true)]
    public void Sizes_of_one_and_empty_layouts_are_contiguous_whatever_their_strides(int[] sizes, int[] strides, bool expected) =>
        Assert.Equal(expected, StridedLayout.Strided(sizes, strides).IsContiguous);

    [Fact]
    public void Negative_and_overflowing_sizes_are_errors()
    {
        Assert.StartsWith("Trying to create tensor with negative dimension -1: [2, -1]", Assert.Throws<ShapeException>(() => StridedLayout.Contiguous(2, -1)).Message);
        Assert.Contains("[100000, 100000]", Assert.Throws<ShapeException>(() => StridedLayout.Contiguous(100_000, 100_000)).Message);
        Assert.Equal(0, StridedLayout.Contiguous(100_000, 100_000, 0).Count);
        Assert.Equal(0, StridedLayout.Contiguous(0, 100_000, 100_000).Count);
    }

    [Fact]
    public void Broadcasting_repeats_by_strides_of_zero()
    {
        var layout = StridedLayout.Contiguous(3, 1);
        var wide = layout.BroadcastTo([2, 3, 4])!;
        Assert.Equal([0, 1, 0], wide.Strides);
        Assert.True(wide.HasInternalOverlap);
        Assert.False(layout.HasInternalOverlap);
        Assert.Same(layout, layout.BroadcastTo([3, 1]));
        Assert.Null(layout.BroadcastTo([1]));
        Assert.Null(layout.BroadcastTo([2, 4]));
        Assert.Equal([0, 4], layout.BroadcastTo([0, 3, 4])!.Sizes.Where((_, i) => i != 1));
        Assert.Null(StridedLayout.Contiguous(0).BroadcastTo([3]));
        Assert.NotNull(StridedLayout.Contiguous(1).BroadcastTo([0]));
    }
}
