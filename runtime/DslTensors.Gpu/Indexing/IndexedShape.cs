using DslTensors.Devices.Shapes;

namespace DslTensors.Devices.Indexing;

/// <summary>
/// Places in a tensor that indices name: for each place outside of the indexed dimensions (outer) and each index (inner) one element of the tensor
/// and one of the values.
/// </summary>
internal struct IndexedShape
{
    public Sizes8 Outer;
    public Sizes8 Inner;
    public int OuterCount;
    public int InnerCount;

    /// <summary>Where the tensor's elements lie for each outer place.</summary>
    public Strides8 Target;
    public Strides8 IndexOuter;
    public Strides8 IndexInner;
    public Strides8 ValuesOuter;
    public Strides8 ValuesInner;

    /// <summary>How many indices name a place, and how far apart they lie.</summary>
    public int Indices;
    public int IndexStep;

    /// <summary>The sizes and strides of the indexed dimensions.</summary>
    public Sizes8 Limits;
    public Sizes8 Steps;

    /// <summary>Whether negative indices count from the end.</summary>
    public int Wraps;

    /// <summary>One index for each element, of a tensor of the same rank (gather, scatter).</summary>
    public static IndexedShape Along(Tensor target, int dim, Tensor index, Tensor values)
    {
        var rank = Math.Max(1, target.Rank);
        var at = Dimension.Wrap(dim, target.Rank);
        int[] sizes = index.Rank == 0 ? [1] : index.Layout.Sizes;
        var (targetSizes, targetStrides) = target.Rank == 0 ? ([1], [0]) : (target.Layout.Sizes, target.Layout.Strides);
        var indexStrides = index.Rank == 0 ? [0] : index.Layout.Strides;
        var valueStrides = values.Rank == 0 ? [0] : values.Layout.Strides;
        int[] others = [.. Enumerable.Range(0, rank).Where(i => i != at)];
        return Of(
            [.. others.Select(i => sizes[i])],
            [sizes[at]],
            (target.Offset, [.. others.Select(i => targetStrides[i])]),
            (index.Offset, [.. others.Select(i => indexStrides[i])], [indexStrides[at]]),
            (values.Offset, [.. others.Select(i => valueStrides[i])], [valueStrides[at]]),
            1,
            0,
            [targetSizes[at]],
            [targetStrides[at]],
            wraps: false);
    }

    /// <summary>A vector of indices for one dimension (index_select).</summary>
    public static IndexedShape Slices(Tensor target, int dim, Tensor index, Tensor values)
    {
        var at = Dimension.Wrap(dim, target.Rank);
        var (targetSizes, targetStrides) = target.Rank == 0 ? ([1], [0]) : (target.Layout.Sizes, target.Layout.Strides);
        var valueStrides = values.Rank == 0 ? [0] : values.Layout.Strides;
        int[] others = [.. Enumerable.Range(0, targetSizes.Length).Where(i => i != at)];
        return Of(
            [.. others.Select(i => targetSizes[i])],
            [index.Layout.Count],
            (target.Offset, [.. others.Select(i => targetStrides[i])]),
            (index.Offset, [], [index.Rank == 0 ? 0 : index.Layout.Strides[0]]),
            (values.Offset, [.. others.Select(i => valueStrides[i])], [valueStrides[at]]),
            1,
            0,
            [targetSizes[at]],
            [targetStrides[at]],
            wraps: false);
    }

    /// <summary>Several tensors of indices for neighbouring dimensions, [k, ...] (advanced indexing).</summary>
    public static IndexedShape Advanced(Tensor target, int dim, Tensor index, Tensor values)
    {
        var (sizes, strides) = (target.Layout.Sizes, target.Layout.Strides);
        var count = index.Layout.Sizes[0];
        var places = index.Layout.Sizes[1..];
        int[] others = [.. Enumerable.Range(0, sizes.Length).Where(i => i < dim || i >= dim + count)];
        int[] behind = [.. others.Select(i => i < dim ? i : i - count + places.Length)];
        return Of(
            [.. others.Select(i => sizes[i])],
            places,
            (target.Offset, [.. others.Select(i => strides[i])]),
            (index.Offset, [], index.Layout.Strides[1..]),
            (values.Offset, [.. behind.Select(i => values.Layout.Strides[i])], values.Layout.Strides[dim..(dim + places.Length)]),
            count,
            index.Layout.Strides[0],
            sizes[dim..(dim + count)],
            strides[dim..(dim + count)],
            wraps: true);
    }

    private static IndexedShape Of(
        int[] outer,
        int[] inner,
        (int Origin, int[] Outer) target,
        (int Origin, int[] Outer, int[] Inner) index,
        (int Origin, int[] Outer, int[] Inner) values,
        int indices,
        int indexStep,
        int[] limits,
        int[] steps,
        bool wraps)
    {
        var outerDims = new JoinedDimensions(outer, target.Outer, index.Outer.Length == 0 ? new int[outer.Length] : index.Outer, values.Outer);
        var innerDims = new JoinedDimensions(inner, index.Inner, values.Inner);
        Array.Reverse(limits = [.. limits]);
        Array.Reverse(steps = [.. steps]);
        return new IndexedShape
        {
            Outer = outerDims.Sizes,
            Inner = innerDims.Sizes,
            OuterCount = outer.Aggregate(1, static (count, size) => count * size),
            InnerCount = inner.Aggregate(1, static (count, size) => count * size),
            Target = outerDims.Strides(0, target.Origin),
            IndexOuter = outerDims.Strides(1, index.Origin),
            IndexInner = innerDims.Strides(0, 0),
            ValuesOuter = outerDims.Strides(2, values.Origin),
            ValuesInner = innerDims.Strides(1, 0),
            Indices = indices,
            IndexStep = indexStep,
            Limits = Sizes8.Of(limits),
            Steps = Sizes8.Of(steps),
            Wraps = wraps ? 1 : 0,
        };
    }
}
