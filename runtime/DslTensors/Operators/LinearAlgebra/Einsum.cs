using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Sums of products over labelled dimensions in Einstein's notation (PyTorch's <c>einsum</c>).</summary>
/// <param name="equation">The labels of each tensor's dimensions, and after <c>-&gt;</c> those of the result; e.g. <c>"ij,jk-&gt;ik"</c>.</param>
/// <param name="operands">The tensors.</param>
/// <returns>The sums.</returns>
/// <exception cref="ShapeException">The labels don't fit the shapes.</exception>
[TensorOp("s...[] -> sums...")]
public static partial class Einsum
{
    private static Tensor<T> Compose<T>(string equation, params ReadOnlySpan<Tensor<T>> operands)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var ranks = new int[operands.Length];
        for (var i = 0; i < ranks.Length; i++)
            ranks[i] = operands[i].Rank;
        var labels = EinsumLabels.Parse(equation, ranks);
        var product = labels.Aligned(operands[0], 0);
        for (var i = 1; i < operands.Length; i++)
            product *= labels.Aligned(operands[i], i);
        return labels.ToResult(product);
    }
}
