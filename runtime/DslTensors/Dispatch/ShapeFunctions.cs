namespace DslTensors;

/// <summary>The shape functions of the shape language at run time; generated checks call them.</summary>
public static partial class ShapeFunctions
{
    /// <summary>Division of sizes, rounded down (<c>//</c> in Python).</summary>
    /// <exception cref="ShapeException">The divisor is 0.</exception>
    public static int FloorDivide(int dividend, int divisor)
    {
        if (divisor == 0)
            throw new ShapeException($"a size is {dividend} divided by 0: an argument such as stride or groups must be positive.");
        var quotient = dividend / divisor;
        return dividend % divisor != 0 && (dividend < 0) != (divisor < 0) ? quotient - 1 : quotient;
    }

    /// <summary>The sizes that two shapes broadcast to.</summary>
    /// <exception cref="ShapeException">They don't.</exception>
    public static int[] BroadcastSizes(string operation, ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        var rank = Math.Max(first.Length, second.Length);
        var sizes = new int[rank];
        for (var fromEnd = 1; fromEnd <= rank; fromEnd++)
        {
            var a = fromEnd <= first.Length ? first[^fromEnd] : 1;
            var b = fromEnd <= second.Length ? second[^fromEnd] : 1;
            if (a != b && a != 1 && b != 1)
            {
                throw new ShapeException(
                    $"The size of tensor a ({a}) must match the size of tensor b ({b}) at non-singleton dimension {rank - fromEnd}. " +
                    $"{operation}: shapes {Shape.Format(first)} and {Shape.Format(second)} broadcast only where sizes are equal or 1, counted from the last dimension.");
            }

            sizes[^fromEnd] = a == 1 ? b : a;
        }

        return sizes;
    }

    /// <summary>The sizes of a reduction over some dimensions, which stay as 1 or go.</summary>
    public static StridedLayout Reduce(ReadOnlySpan<int> s, Dims dim, bool keepDim)
    {
        if (dim.IsAll && !keepDim)
            return StridedLayout.Scalar;
        var reduced = dim.Flags(s.Length);
        Span<int> sizes = stackalloc int[s.Length];
        var rank = 0;
        for (var i = 0; i < s.Length; i++)
        {
            if (!reduced[i])
                sizes[rank++] = s[i];
            else if (keepDim)
                sizes[rank++] = 1;
        }

        return StridedLayout.Contiguous(sizes[..rank]);
    }

    /// <summary>The sizes of a loss of class scores: those of the target, or none where it is one number.</summary>
    public static StridedLayout ClassLoss(ReadOnlySpan<int> scores, ReadOnlySpan<int> target, Reduction reduction) =>
        reduction == Reduction.None ? StridedLayout.Contiguous(target) : StridedLayout.Scalar;

    /// <summary>The sizes of a reduction over one dimension.</summary>
    public static StridedLayout Reduce(ReadOnlySpan<int> s, int dim, bool keepDim) => Reduce(s, (Dims)dim, keepDim);

    /// <summary>The sizes of a reduction over one dimension, or over all if it is <see langword="null"/>.</summary>
    public static StridedLayout Reduce(ReadOnlySpan<int> s, int? dim, bool keepDim) => Reduce(s, dim is { } one ? one : default(Dims), keepDim);

    /// <summary>The sizes with one of them exchanged.</summary>
    public static StridedLayout Resize(ReadOnlySpan<int> s, int dim, int size)
    {
        if (s.Length == 0)
            return StridedLayout.Scalar;
        var at = Dimension.Wrap(dim, s.Length);
        return StridedLayout.Contiguous([.. s[..at], size, .. s[(at + 1)..]]);
    }

    /// <summary>The sizes with one of them exchanged, by as many elements as are asked for.</summary>
    public static StridedLayout Top(ReadOnlySpan<int> s, int dim, int k) => Resize(s, dim, k);

    /// <summary>The sizes themselves; the dimension is one of theirs.</summary>
    public static StridedLayout Along(ReadOnlySpan<int> s, int dim)
    {
        Dimension.Wrap(dim, s.Length);
        return StridedLayout.Contiguous(s);
    }

    /// <summary>The sizes of the indices, of each of which an element is picked; whether they fit, the kernel finds with the offsets.</summary>
    public static StridedLayout Picked(ReadOnlySpan<int> s, ReadOnlySpan<int> index, int dim) => StridedLayout.Contiguous(index);

    /// <summary>The sizes of the tensor that is written to; whether the indices fit, the kernel finds with the offsets.</summary>
    public static StridedLayout Scattered(ReadOnlySpan<int> s, ReadOnlySpan<int> index, int dim, ReadOnlySpan<int> source) => StridedLayout.Contiguous(s);
}
