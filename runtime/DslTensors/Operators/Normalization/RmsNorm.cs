using System.Numerics;

namespace DslTensors.Operators;

/// <summary>
/// The last dimensions divided by their root mean square, then scaled (PyTorch 2's <c>nn.functional.rms_norm</c>). From Zhang and Sennrich, "Root
/// mean square layer normalization", 2019.
/// </summary>
/// <param name="input">The tensor.</param>
/// <param name="normalizedShape">The sizes of these dimensions.</param>
/// <param name="weight">The scale, of these sizes.</param>
/// <param name="eps">Added to the mean square; by default the distance from 1 to the next number of the type, of float for halves.</param>
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
        if (weight is not null && !weight.Shape.AsSpan().SequenceEqual(normalizedShape))
            throw new ShapeException($"Expected weight to be of same shape as normalized_shape, but got weight of shape {weight.Shape} and normalized_shape = {Shape.Format(normalizedShape)}.");

        var added = eps ?? double.CreateTruncating(T.BitIncrement(T.One) - T.One);
        var dims = Enumerable.Range(first, normalizedShape.Length).ToArray();
        var result = input * (input.Square().Mean(dims, keepDim: true) + added).Rsqrt();
        return weight is null ? result : result * weight;
    }
}
