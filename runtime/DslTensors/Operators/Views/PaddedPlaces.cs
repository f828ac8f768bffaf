namespace DslTensors.Operators;

/// <summary>Where the elements of a padded dimension come from, border included.</summary>
internal static class PaddedPlaces
{
    /// <summary>For each index of the padded dimension, that of the element it repeats; [1, size].</summary>
    public static Tensor<long> Of(PadMode mode, int size, int before, int after)
    {
        var places = new long[size + before + after];
        for (var i = 0; i < places.Length; i++)
        {
            var at = i - before;
            places[i] = mode switch
            {
                PadMode.Replicate => Math.Clamp(at, 0, size - 1),
                PadMode.Circular => at < 0 ? at + size : at >= size ? at - size : at,
                _ => at < 0 ? -at : at >= size ? (2 * (size - 1)) - at : at,
            };
        }

        return Tensor.From(places, 1, places.Length);
    }

    /// <summary>PyTorch's conditions on tensors that are padded with their own elements.</summary>
    /// <exception cref="ShapeException">One does not hold.</exception>
    public static void Check(StridedLayout input, int[] pad, PadMode mode, Scalar? value)
    {
        if (value is { } number && number.ToDouble() != 0)
            throw new ShapeException($"Padding mode \"{mode.ToString().ToLowerInvariant()}\" doesn't take in value argument: the value is {number}. Use PadMode.Constant.");
        var padded = pad.Length / 2;
        if (input.Rank - padded is not (1 or 2) || padded is 0 or > 3)
        {
            throw new ShapeException(
                $"Only 2D, 3D, 4D, 5D padding with non-constant padding are supported for now: {padded} padded dimension(s) of shape {Shape.Format(input.Sizes)}. " +
                "One or two dimensions, of batches and channels, must stand before the padded ones.");
        }

        // A batch may be empty; a channel and what is padded may not.
        if (input.Sizes.AsSpan(input.Rank - padded - 1).Contains(0))
            throw new ShapeException($"{padded + 1}D or {padded + 2}D (batch mode) tensor expected for input, but got: shape {Shape.Format(input.Sizes)}. The padded dimensions must have elements.");
        for (var i = 0; i < padded; i++)
            CheckWidths(input, pad, mode, input.Rank - 1 - i, pad[2 * i], pad[(2 * i) + 1]);
    }

    private static void CheckWidths(StridedLayout input, int[] pad, PadMode mode, int dim, int before, int after)
    {
        var size = input.Sizes[dim];
        var rule = $"The widths are {Shape.Format(pad)}, the shape {Shape.Format(input.Sizes)}.";
        if (mode == PadMode.Reflect && (before >= size || after >= size))
            throw new ShapeException($"Argument #4: Padding size should be less than the corresponding input dimension, but got: padding ({before}, {after}) at dimension {dim} of input {Shape.Format(input.Sizes)}. {rule}");
        if (mode == PadMode.Circular && (before > size || after > size))
            throw new ShapeException($"Padding value causes wrapping around more than once. Dimension {dim} has size {size}, the widths there are {before} and {after}. {rule}");
        var least = mode == PadMode.Circular ? 0 : 1;
        if (size + before + after < least)
            throw new ShapeException($"input (W: {size}) is too small. Calculated output W: {size + before + after}. Dimension {dim} would have that size. {rule}");
    }
}
