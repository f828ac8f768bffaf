namespace DslTensors.Operators;

/// <summary>Brings the gradient of a reduction back to the input's shape.</summary>
internal static class ReducedGradient
{
    /// <summary>The gradient with the reduced dimensions as size 1 again.</summary>
    public static Tensor<T> KeepDims<T>(Tensor<T> grad, Shape input, Dims dim, bool keepDim)
        where T : unmanaged
    {
        if (keepDim || input.Rank == 0)
            return grad;
        var flags = dim.Flags(input.Rank);
        var sizes = input.ToArray();
        for (var i = 0; i < sizes.Length; i++)
        {
            if (flags[i])
                sizes[i] = 1;
        }

        return grad.Reshape(sizes);
    }

    /// <summary>The gradient repeated along the reduced dimensions.</summary>
    public static Tensor<T> Expand<T>(Tensor<T> grad, Shape input, Dims dim, bool keepDim)
        where T : unmanaged
    {
        // Where nothing is recorded the views need no history.
        if (grad.Layout.Count == 1 && !AutogradModes.Record && StridedLayout.Contiguous(input) is { Count: > 0 } layout)
            return grad.Alias(layout.OfOneElement, grad.Offset);
        return KeepDims(grad, input, dim, keepDim).Expand(input.ToArray());
    }
}
