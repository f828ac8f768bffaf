namespace DslTensors.Operators;

/// <summary>Where the elements of a padded dimension come from, border included.</summary>
internal static class PaddedPlaces
{
    /// <summary>For each index of the padded dimension, that of the element it repeats; [1, size].</summary>
    public static Tensor<long> Of(PadMode mode, int size, int before, int after)
    {
        // What is cut off does not come back at the other end.
        var cut = mode == PadMode.Circular ? Math.Max(0, -before) : 0;
        var kept = size - cut - Math.Max(0, -after);
        var places = new long[size + before + after];
        for (var i = 0; i < places.Length; i++)
        {
            var at = i - before;
            places[i] = mode switch
            {
                PadMode.Replicate => Math.Clamp(at, 0, size - 1),
                PadMode.Circular => cut + ((((at - cut) % kept) + kept) % kept),
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

        if (mode == PadMode.Circular && input.Rank - padded != 2)
            throw new ShapeException($"Invalid padding size, expected {2 * (input.Rank - 2)} but got {pad.Length}: circular padding leaves two dimensions, of batches and channels. Add one with x.Unsqueeze(0).");

        // A batch may be empty; a channel and what is padded may not.
        if (input.Sizes.AsSpan(input.Rank - padded - 1).Contains(0))
        {
            var ranks = $"{padded + 1}D or {padded + 2}D (batch mode) tensor";
            throw new ShapeException(mode == PadMode.Reflect
                ? $"{ranks} expected for input, but got: shape {Shape.Format(input.Sizes)}. The padded dimensions must have elements."
                : $"Expected {ranks} with possibly 0 batch size and other non-zero dimensions for input, but got: {Shape.Format(input.Sizes)}. The padded dimensions must have elements.");
        }

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
