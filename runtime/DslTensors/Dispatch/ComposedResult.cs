namespace DslTensors;

/// <summary>Results of operators that are composed of others but have a gradient of their own.</summary>
public static class ComposedResult
{
    /// <summary>
    /// The result as a tensor that can be given a history: an input that came back as it is would otherwise lose its own.
    /// </summary>
    public static Tensor<T> Own<T>(Tensor<T> result, params ReadOnlySpan<Tensor?> inputs)
        where T : unmanaged
    {
        var isViewOfInput = false;
        foreach (var input in inputs)
        {
            if (ReferenceEquals(input, result))
                return result.Detach();
            isViewOfInput |= ReferenceEquals(input?.UntypedStorage, result.Storage);
        }

        // A view of what nobody else has is a tensor like any other, and may be written like one.
        if (!isViewOfInput)
            result.ForgetBase();
        return result;
    }
}
