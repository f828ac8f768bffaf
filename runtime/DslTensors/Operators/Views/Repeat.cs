namespace DslTensors.Operators;

/// <summary>The tensor repeated along its dimensions (PyTorch's <c>repeat</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="repeats">How often, for each dimension of the result; further ones are added in front.</param>
/// <returns>A new tensor.</returns>
/// <exception cref="ShapeException">There are fewer numbers than dimensions, or one is negative.</exception>
[TensorOp("s... -> repeat(s, repeats)")]
public static partial class Repeat
{
    private static Tensor<T> Compose<T>(Tensor<T> input, params int[] repeats)
        where T : unmanaged
    {
        if (repeats.Length < input.Rank)
            throw new ShapeException($"Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor. repeat: {Shape.Format(repeats)} for shape {input.Shape}; write a 1 for each dimension to keep.");
        if (Array.Exists(repeats, count => count < 0))
            throw new ShapeException($"Trying to create tensor with negative dimension: repeat by {Shape.Format(repeats)}. Give 0 or more.");
        var added = repeats.Length - input.Rank;
        var (single, repeated, joined) = (new int[2 * repeats.Length], new int[2 * repeats.Length], new int[repeats.Length]);
        for (var i = 0; i < repeats.Length; i++)
        {
            var size = i < added ? 1 : input.Shape[i - added];
            (single[2 * i], single[(2 * i) + 1]) = (1, size);
            (repeated[2 * i], repeated[(2 * i) + 1]) = (repeats[i], size);
            joined[i] = repeats[i] * size;
        }

        var result = input.Reshape(single).Expand(repeated).Reshape(joined);
        return Array.TrueForAll(repeats, count => count == 1) ? result.Clone() : result;
    }
}
