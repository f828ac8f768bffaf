using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The last dimensions divided by the root of the mean of their squares, then scaled (PyTorch's <c>nn.functional.rms_norm</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="normalizedShape">The sizes of these dimensions.</param>
/// <param name="weight">The scale, of these sizes.</param>
/// <param name="eps">Added to the mean; by default the element type's precision.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="ShapeException">The tensor does not end in these sizes.</exception>
[TensorOp("s..., w...? -> s...")]
public static partial class RmsNorm
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int[] normalizedShape, Tensor<T>? weight = null, double? eps = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var first = input.Rank - normalizedShape.Length;
        if (normalizedShape.Length == 0 || first < 0 || !input.Shape.AsSpan()[first..].SequenceEqual(normalizedShape))
            throw new ShapeException($"Given normalized_shape={Shape.Format(normalizedShape)}, expected input with shape [*, {string.Join(", ", normalizedShape)}], but got input of size{input.Shape}.");
        int[] dims = [.. Enumerable.Range(first, normalizedShape.Length)];
        var result = input * (input.Square().Mean(dims, keepDim: true) + (eps ?? double.CreateChecked(T.BitIncrement(T.One) - T.One))).Rsqrt();
        return weight is null ? result : result * weight;
    }
}
