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
        Check(weight, "weight", normalizedShape);
        Check(bias, "bias", normalizedShape);
        return NormalizedRows.Of(input, weight, bias, (int)Shape.Create(normalizedShape).Count, eps);
    }

    private static void Check<T>(Tensor<T>? operand, string name, int[] normalizedShape)
        where T : unmanaged
    {
        if (operand is not null && !operand.Shape.AsSpan().SequenceEqual(normalizedShape))
            throw new ShapeException($"Expected {name} to be of same shape as normalized_shape, but got {name} of shape {operand.Shape} and normalized_shape = {Shape.Format(normalizedShape)}.");
    }
}
