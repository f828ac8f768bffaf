namespace DslTensors;

/// <summary>The form that elementwise operands broadcast to.</summary>
internal static class BroadcastLayout
{
    /// <summary>The common form of two operands; one of theirs where it fits, so that nothing is allocated.</summary>
    /// <exception cref="ShapeException">They don't broadcast.</exception>
    public static StridedLayout Of(string operation, StridedLayout a, StridedLayout b)
    {
        if (a.SameSizes(b))
            return a.IsContiguous ? a : b;
        if (b.Rank == 0)
            return a;
        if (a.Rank == 0)
            return b;
        var sizes = ShapeFunctions.BroadcastSizes(operation, a.Sizes, b.Sizes);
        if (a.IsContiguous && a.Sizes.AsSpan().SequenceEqual(sizes))
            return a;
        return b.IsContiguous && b.Sizes.AsSpan().SequenceEqual(sizes) ? b : StridedLayout.Contiguous(sizes);
    }

    /// <summary>The common form of several operands.</summary>
    /// <exception cref="ShapeException">They don't broadcast.</exception>
    public static StridedLayout Of(string operation, params ReadOnlySpan<StridedLayout> operands)
    {
        var common = operands[0];
        for (var i = 1; i < operands.Length; i++)
            common = Of(operation, common, operands[i]);
        return common;
    }

    /// <summary>The sizes that two shapes broadcast to, or <see langword="null"/> if they don't.</summary>
    public static int[]? CommonSizes(int[] first, int[] second)
    {
        if (first.Length < second.Length)
            (first, second) = (second, first);
        int[] sizes = [.. first];
        for (var fromEnd = 1; fromEnd <= second.Length; fromEnd++)
        {
            if (sizes[^fromEnd] == 1)
                sizes[^fromEnd] = second[^fromEnd];
            else if (second[^fromEnd] != 1 && second[^fromEnd] != sizes[^fromEnd])
                return null;
        }

        return sizes;
    }

    public static ShapeException Mismatch(string operation, StridedLayout operand, StridedLayout target) => new(
        $"{operation}: an operand of shape {Shape.Format(operand.Sizes)} does not broadcast to {Shape.Format(target.Sizes)}. Sizes must be equal or 1, counted from the last dimension.");
}
