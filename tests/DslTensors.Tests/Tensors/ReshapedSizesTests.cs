using DslTensors.Operators;

namespace DslTensors.Tests.Tensors;

/// <summary>When a reshape is a view, against the definition: strides exist that reach every element in its place.</summary>
public class ReshapedSizesTests
{
    [Fact]
    public void Strides_are_found_exactly_where_they_exist()
    {
        var random = new System.Random(5);
        var (views, copies) = (0, 0);
        for (var round = 0; round < 20_000; round++)
        {
            var input = RandomLayout(random);
            var sizes = RandomSizes(random, input.Count);
            var expected = BruteForce(input, sizes);
            var actual = ReshapedSizes.Layout(input, sizes);
            Assert.True((expected is null) == (actual is null), $"sizes {Text(input.Sizes)} strides {Text(input.Strides)} to {Text(sizes)}: {(actual is null ? "a copy" : "a view")}");
            if (actual is null)
            {
                copies++;
                continue;
            }

            views++;
            Assert.Equal(Positions(input), Positions(actual));
        }

        Assert.True(views > 1000 && copies > 1000, $"{views} views, {copies} copies");
    }

    [Theory]
    [InlineData(new[] { 2, 6 }, new[] { 3, -1 }, new[] { 3, 4 })]
    [InlineData(new[] { 2, 6 }, new[] { -1 }, new[] { 12 })]
    [InlineData(new[] { 0, 6 }, new[] { 3, -1 }, new[] { 3, 0 })]
    [InlineData(new int[0], new[] { -1 }, new[] { 1 })]
    [InlineData(new[] { 1 }, new int[0], new int[0])]
    public void One_size_may_follow_from_the_others(int[] from, int[] shape, int[] expected) => Assert.Equal(expected, ReshapedSizes.Of(StridedLayout.Contiguous(from), shape));

    [Theory]
    [InlineData(new[] { 2, 6 }, new[] { -1, -1 }, "only one dimension can be inferred")]
    [InlineData(new[] { 2, 6 }, new[] { -2, 6 }, "invalid shape dimension -2")]
    [InlineData(new[] { 2, 6 }, new[] { 5, -1 }, "shape '[5, -1]' is invalid for input of size 12")]
    [InlineData(new[] { 2, 6 }, new[] { 5, 2 }, "shape '[5, 2]' is invalid for input of size 12")]
    [InlineData(new[] { 2, 6 }, new[] { 0, -1 }, "shape '[0, -1]' is invalid for input of size 12")]
    [InlineData(new[] { 0, 6 }, new[] { 0, -1 }, "cannot reshape tensor of 0 elements into shape [0, -1] because the unspecified dimension size -1 can be any value and is ambiguous")]
    public void Wrong_sizes_are_errors(int[] from, int[] shape, string message) =>
        Assert.StartsWith(message, Assert.Throws<ShapeException>(() => ReshapedSizes.Of(StridedLayout.Contiguous(from), shape)).Message);

    [Fact]
    public void A_view_that_needs_a_copy_is_an_error_where_reshape_copies()
    {
        var x = Tensor.From([1f, 2, 3, 4, 5, 6], 2, 3).Transpose(0, 1);
        Assert.StartsWith(
            "view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces).",
            Assert.Throws<ShapeException>(() => x.View(6)).Message);
        Assert.Equal([1, 4, 2, 5, 3, 6], x.Reshape(6).ToArray());
        Assert.Equal([1, 4, 2, 5, 3, 6], x.View(3, 1, 2, 1).ToArray());
    }

    // Each stride is fixed by the distance of the first two positions along its dimension; then all others have to agree.
    private static int[]? BruteForce(StridedLayout input, int[] sizes)
    {
        var positions = Positions(input);
        var strides = new int[sizes.Length];
        var block = 1;
        for (var dim = sizes.Length - 1; dim >= 0; dim--)
        {
            strides[dim] = sizes[dim] > 1 ? positions[block] - positions[0] : 0;
            block *= sizes[dim];
        }

        return Positions(StridedLayout.Strided(sizes, strides)).SequenceEqual(positions) ? strides : null;
    }

    private static int[] Positions(StridedLayout layout)
    {
        var positions = new int[layout.Count];
        for (var i = 0; i < positions.Length; i++)
        {
            var rest = i;
            for (var dim = layout.Rank - 1; dim >= 0; dim--)
            {
                positions[i] += rest % layout.Sizes[dim] * layout.Strides[dim];
                rest /= layout.Sizes[dim];
            }
        }

        return positions;
    }

    private static StridedLayout RandomLayout(System.Random random)
    {
        var rank = random.Next(1, 5);
        var sizes = Enumerable.Range(0, rank).Select(_ => random.Next(1, 5)).ToArray();
        var strides = StridedLayout.Contiguous(sizes).Strides.ToArray();
        switch (random.Next(4))
        {
            case 0:
                (int First, int Second) dims = (random.Next(rank), random.Next(rank));
                (sizes[dims.First], sizes[dims.Second]) = (sizes[dims.Second], sizes[dims.First]);
                (strides[dims.First], strides[dims.Second]) = (strides[dims.Second], strides[dims.First]);
                break;
            case 1:
                strides[random.Next(rank)] = 0;
                break;
            case 2:
                for (var dim = 0; dim <= random.Next(rank); dim++)
                    strides[dim] *= 2;
                break;
        }

        return StridedLayout.Strided(sizes, strides);
    }

    private static int[] RandomSizes(System.Random random, int count)
    {
        var sizes = new List<int>();
        while (count > 1)
        {
            var divisors = Enumerable.Range(1, count).Where(divisor => count % divisor == 0).ToArray();
            sizes.Add(divisors[random.Next(divisors.Length)]);
            count /= sizes[^1];
        }

        if (sizes.Count == 0 || random.Next(3) == 0)
            sizes.Insert(random.Next(sizes.Count + 1), 1);
        return [.. sizes];
    }

    private static string Text(int[] values) => $"[{string.Join(", ", values)}]";
}
