namespace DslTensors;

public static partial class Autograd
{
    /// <summary>
    /// Computes a function without keeping its intermediate values for backward, which computes them once more instead (PyTorch's
    /// <c>torch.utils.checkpoint</c>): less memory for more work. The result and all gradients are the same, those of parameters that the
    /// function uses included.
    /// </summary>
    /// <param name="function">The function; the second time it draws the same random numbers. It must have no other effect.</param>
    /// <param name="input">Its input.</param>
    /// <returns>Its result.</returns>
    public static Tensor<T> Checkpoint<T>(Func<Tensor<T>, Tensor<T>> function, Tensor<T> input)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(function);
        return Checkpoint(inputs => function(inputs[0]), [input]);
    }

    /// <inheritdoc cref="Checkpoint{T}(Func{Tensor{T}, Tensor{T}}, Tensor{T})"/>
    public static Tensor<T> Checkpoint<T>(Func<Tensor<T>, Tensor<T>, Tensor<T>> function, Tensor<T> input, Tensor<T> other)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(function);
        return Checkpoint(inputs => function(inputs[0], inputs[1]), [input, other]);
    }

    /// <inheritdoc cref="Checkpoint{T}(Func{Tensor{T}, Tensor{T}}, Tensor{T})"/>
    /// <param name="function">The function; the second time it draws the same random numbers. It must have no other effect.</param>
    /// <param name="inputs">Its inputs.</param>
    public static TResult Checkpoint<T, TResult>(Func<Tensor<T>[], TResult> function, Tensor<T>[] inputs)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(function);
        if (!AutogradModes.Record)
            return function(inputs);

        // Saved, as an outer checkpoint may drop them.
        var saved = Array.ConvertAll(inputs, input => new SavedTensor<T>(input));
        var isRecomputed = false;
        var result = default(TResult);
        var recomputation = new Recomputation(() =>
        {
            var computed = function(isRecomputed ? Array.ConvertAll(saved, input => input.Unpack()) : inputs);
            if (!isRecomputed)
                result = computed;
        });
        recomputation.Run();
        (isRecomputed, inputs) = (true, []);
        var answer = result!;
        result = default;
        return answer;
    }
}
