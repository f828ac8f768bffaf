using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The last dimensions brought to mean 0 and variance 1, then scaled and shifted (PyTorch's <c>nn.functional.layer_norm</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="normalizedShape">The sizes of these dimensions.</param>
/// <param name="weight">The scale, of these sizes.</param>
/// <param name="bias">The shift, of these sizes.</param>
/// <param name="eps">Added to the variance.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="ShapeException">The tensor does not end in these sizes.</exception>
[TensorOp("s..., w...?, v...? -> ending(s, normalizedShape)")]
public static partial class LayerNorm
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int[] normalizedShape, Tensor<T>? weight = null, Tensor<T>? bias = null, double eps = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var first = input.Rank - normalizedShape.Length;
        if (normalizedShape.Length == 0 || first < 0 || !input.Shape.AsSpan()[first..].SequenceEqual(normalizedShape))
            throw new ShapeException($"Given normalized_shape={Shape.Format(normalizedShape)}, expected input with shape [*, {string.Join(", ", normalizedShape)}], but got input of size{input.Shape}.");
        var dims = Enumerable.Range(first, normalizedShape.Length).ToArray();
        var result = Standardized.Of(input, input.Mean(dims, keepDim: true), input.Var(dims, correction: 0, keepDim: true), eps);
        result = weight is null ? result : result * weight;
        return bias is null ? result : result + bias;
    }
}
