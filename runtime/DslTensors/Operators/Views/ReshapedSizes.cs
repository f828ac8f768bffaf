namespace DslTensors.Operators;

/// <summary>What view and reshape have in common: the missing size, and strides over the same memory.</summary>
internal static class ReshapedSizes
{
    /// <summary>The sizes with -1 replaced by what the number of elements asks for.</summary>
    public static int[] Of(StridedLayout input, int[] shape)
    {
        int[] sizes = [.. shape];
        long known = 1;
        var inferred = -1;
        for (var i = 0; i < sizes.Length; i++)
        {
            if (sizes[i] == -1 && inferred >= 0)
                throw new ShapeException($"only one dimension can be inferred: {Shape.Format(shape)}. Write at most one -1.");
            if (sizes[i] < -1)
                throw new ShapeException($"invalid shape dimension {sizes[i]}: {Shape.Format(shape)}. Sizes are 0 or more, or one -1.");
            if (sizes[i] == -1)
                inferred = i;
            else
                known *= sizes[i];
        }

        if (inferred >= 0 && known > 0 && input.Count % known == 0)
        {
            sizes[inferred] = (int)(input.Count / known);
            return sizes;
        }

        if (inferred >= 0 && known == 0 && input.Count == 0)
        {
            throw new ShapeException(
                $"cannot reshape tensor of 0 elements into shape {Shape.Format(shape)} because the unspecified dimension size -1 can be any value and is ambiguous. Give every size.");
        }

        if (inferred >= 0 || known != input.Count)
            throw new ShapeException($"shape '{Shape.Format(shape)}' is invalid for input of size {input.Count}: a tensor of shape {Shape.Format(input.Sizes)} has {input.Count} elements.");
        return sizes;
    }

    /// <summary>The layout of a view of these sizes, or <see langword="null"/> if no strides make one.</summary>
    public static StridedLayout? Layout(StridedLayout input, int[] sizes)
    {
        if (input.IsContiguous || input.Count == 0)
            return StridedLayout.Contiguous(sizes);
        var strides = new int[sizes.Length];
        var to = sizes.Length - 1;
        var dim = input.Rank - 1;
        while (dim >= 0)
        {
            // A run of input dimensions that lie in memory like one.
            var run = input.Sizes[dim];
            var stride = input.Strides[dim];
            while (dim > 0 && (input.Sizes[dim - 1] == 1 || input.Strides[dim - 1] == run * stride || run == 1))
            {
                dim--;
                if (run == 1)
                    stride = input.Strides[dim];
                run *= input.Sizes[dim];
            }

            dim--;
            var filled = 1;
            while (to >= 0 && (filled < run || sizes[to] == 1))
            {
                strides[to] = stride * filled;
                filled *= sizes[to--];
            }

            if (filled != run)
                return null;
        }

        return StridedLayout.Strided(sizes, strides);
    }
}
