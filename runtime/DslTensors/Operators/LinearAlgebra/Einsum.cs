using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Sums of products over labelled dimensions in Einstein's notation (PyTorch's <c>einsum</c>).</summary>
/// <param name="equation">
/// The labels of each tensor's dimensions, and after <c>-&gt;</c> those of the result; e.g. <c>"ij,jk-&gt;ik"</c>. <c>...</c> stands for dimensions
/// without labels, which broadcast.
/// </param>
/// <param name="operands">The tensors, multiplied from the first to the last, each pair as a batch of matrices.</param>
/// <returns>The sums.</returns>
/// <exception cref="ShapeException">The labels don't fit the shapes.</exception>
[TensorOp("s...[] -> einsum(s, equation)")]
public static partial class Einsum
{
    private static Tensor<T> Compose<T>(string equation, params ReadOnlySpan<Tensor<T>> operands)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var shapes = new Shape[operands.Length];
        for (var i = 0; i < shapes.Length; i++)
            shapes[i] = operands[i].Shape;
        var labels = EinsumLabels.Parse(equation, shapes);
        var product = LabelledTensor<T>.Of(operands[0], labels.Operands[0]);
        for (var i = 1; i < operands.Length; i++)
            product = EinsumPair.Contract(product, LabelledTensor<T>.Of(operands[i], labels.Operands[i]), labels.NeededAfter(i));
        return product.Keep(labels.Result).Ordered(labels.Result).Tensor;
    }
}
