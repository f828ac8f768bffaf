using System.Numerics;

namespace DslTensors.Operators;

/// <summary>
/// One step of a gated recurrent unit (PyTorch's <c>gru_cell</c>; Cho et al., 2014): the gates are r, z, n in this order,
/// n = tanh(n of the input + σ(r) (n of the hidden state)) and h' = (1 - σ(z)) n + σ(z) h.
/// </summary>
/// <param name="input">The inputs of this step, [b, i].</param>
/// <param name="hx">The hidden state before it, [b, h].</param>
/// <param name="wIh">The weights of the input, [3 h, i].</param>
/// <param name="wHh">The weights of the hidden state, [3 h, h].</param>
/// <param name="bIh">The offset of what comes from the input, [3 h].</param>
/// <param name="bHh">The offset of what comes from the hidden state, [3 h].</param>
/// <returns>The hidden state after the step, [b, h].</returns>
/// <exception cref="ShapeException">The sizes don't fit.</exception>
[TensorOp("b i, b h, (3*h) i, (3*h) h, (3*h)?, (3*h)? -> b h")]
public static partial class GruCell
{
    private static Tensor<T> Compose<T>(
        Tensor<T> input, Tensor<T> hx, Tensor<T> wIh, Tensor<T> wHh, Tensor<T>? bIh = null, Tensor<T>? bHh = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        GruStep.Apply(Tensor.Linear(input, wIh, bIh), Tensor.Linear(hx, wHh, bHh), hx, null);
}
