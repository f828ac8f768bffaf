namespace DslTensors.Devices.Shapes;

/// <summary>The lines of two tensors along one dimension; all other dimensions number them.</summary>
internal struct LineShape
{
    public Sizes8 Lines;
    public Strides8 Input;
    public Strides8 Result;
    public int InputStep;
    public int ResultStep;

    /// <summary>The number of elements of a line of the input.</summary>
    public int Count;

    /// <summary>The number of elements of a line of the result.</summary>
    public int ResultCount;

    public static LineShape Of(Tensor input, Tensor result, int dim, out int lines)
    {
        var (from, to) = (input.Layout, result.Layout);
        if (from.Rank == 0)
        {
            lines = 1;
            return new LineShape { Lines = Sizes8.Of([]), Input = Strides8.Of(input.Offset, []), Result = Strides8.Of(result.Offset, []), Count = 1, ResultCount = 1 };
        }

        var at = Dimension.Wrap(dim, from.Rank);
        int[] sizes = [.. from.Sizes[..at], .. from.Sizes[(at + 1)..]];
        var resultStrides = to.Rank == from.Rank ? to.Strides : [.. to.Strides[..at], 0, .. to.Strides[at..]];
        var dims = new JoinedDimensions(sizes, [.. from.Strides[..at], .. from.Strides[(at + 1)..]], [.. resultStrides[..at], .. resultStrides[(at + 1)..]]);
        lines = 1;
        foreach (var size in sizes)
            lines *= size;
        return new LineShape
        {
            Lines = dims.Sizes,
            Input = dims.Strides(0, input.Offset),
            Result = dims.Strides(1, result.Offset),
            InputStep = from.Strides[at],
            ResultStep = resultStrides[at],
            Count = from.Sizes[at],
            ResultCount = to.Rank == from.Rank ? to.Sizes[at] : 1,
        };
    }
}
