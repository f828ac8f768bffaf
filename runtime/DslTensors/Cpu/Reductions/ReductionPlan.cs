namespace DslTensors.Cpu;

/// <summary>
/// The dimensions of a reduction told apart: those that stay, in the order of the result, and those that go, both with
/// neighbouring dimensions joined where they lie in memory like one.
/// </summary>
internal sealed class ReductionPlan
{
    public ReductionPlan(StridedLayout input, bool[] reduced)
    {
        (KeptSizes, KeptStrides) = Join(input, reduced, isReduced: false);
        (ReducedSizes, ReducedStrides) = Join(input, reduced, isReduced: true);
    }

    public int[] KeptSizes { get; }

    public int[] KeptStrides { get; }

    public int[] ReducedSizes { get; }

    public int[] ReducedStrides { get; }

    /// <summary>The offset of the element with a number in row-major order.</summary>
    public static int OffsetOf(int number, int[] sizes, int[] strides, int dims)
    {
        var offset = 0;
        for (var dim = dims - 1; dim >= 0; dim--)
        {
            number = Math.DivRem(number, sizes[dim], out var index);
            offset += index * strides[dim];
        }

        return offset;
    }

    private static (int[] Sizes, int[] Strides) Join(StridedLayout input, bool[] reduced, bool isReduced)
    {
        Span<int> sizes = stackalloc int[input.Rank];
        Span<int> strides = stackalloc int[input.Rank];
        var rank = 0;
        for (var dim = 0; dim < input.Rank; dim++)
        {
            if (reduced[dim] != isReduced || input.Sizes[dim] == 1)
                continue;
            if (rank > 0 && strides[rank - 1] == input.Sizes[dim] * input.Strides[dim])
            {
                sizes[rank - 1] *= input.Sizes[dim];
                strides[rank - 1] = input.Strides[dim];
            }
            else
            {
                (sizes[rank], strides[rank]) = (input.Sizes[dim], input.Strides[dim]);
                rank++;
            }
        }

        return (sizes[..rank].ToArray(), strides[..rank].ToArray());
    }
}
