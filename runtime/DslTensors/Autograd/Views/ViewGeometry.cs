namespace DslTensors;

/// <summary>Where a view lies in the tensor that it is a part of.</summary>
/// <param name="viewed">The layout of the whole.</param>
/// <param name="part">The layout of the view.</param>
/// <param name="offset">Where the view begins, in elements from the first one of the whole.</param>
internal sealed class ViewGeometry(StridedLayout viewed, StridedLayout part, int offset)
{
    /// <summary>The layout of the whole.</summary>
    public StridedLayout Base { get; } = viewed;

    /// <summary>The view without repetitions: expanded dimensions have size 1.</summary>
    public StridedLayout Part { get; } = part.HasInternalOverlap ? WithoutRepetitions(part) : part;

    /// <summary>The sizes of the view.</summary>
    public int[] Sizes { get; } = part.Sizes;

    /// <summary>The view's elements in memory that is laid out as the whole is.</summary>
    public TensorView<T> In<T>(TensorView<T> whole)
        where T : unmanaged => new(whole.Array, whole.Offset + offset, Part);

    /// <summary>Memory as large as the whole reaches, with its strides.</summary>
    public TensorView<T> Room<T>()
        where T : unmanaged
    {
        var reach = Base.Count == 0 ? 0 : 1;
        for (var dim = 0; dim < Base.Rank && reach > 0; dim++)
            reach += (Base.Sizes[dim] - 1) * Base.Strides[dim];
        return new TensorView<T>(new T[reach], 0, Base);
    }

    private static StridedLayout WithoutRepetitions(StridedLayout part)
    {
        int[] sizes = [.. part.Sizes];
        for (var dim = 0; dim < sizes.Length; dim++)
        {
            if (part.Strides[dim] == 0 && sizes[dim] > 1)
                sizes[dim] = 1;
        }

        return StridedLayout.Strided(sizes, [.. part.Strides]);
    }
}
