using System.Numerics;

namespace DslTensors.Operators;

/// <summary>
/// One step of a long short-term memory (PyTorch's <c>lstm_cell</c>; Hochreiter and Schmidhuber, 1997, with forget gates): the gates are
/// i, f, g, o in this order, c' = σ(f) c + σ(i) tanh(g) and h' = σ(o) tanh(c').
/// </summary>
/// <param name="input">The inputs of this step, [b, i].</param>
/// <param name="hx">The hidden state before it, [b, h].</param>
/// <param name="cx">The cell state before it, [b, c]; c is h, unless the hidden state is projected afterwards.</param>
/// <param name="wIh">The weights of the input, [4 c, i].</param>
/// <param name="wHh">The weights of the hidden state, [4 c, h].</param>
/// <param name="bIh">An offset, [4 c].</param>
/// <param name="bHh">Another offset, [4 c].</param>
/// <returns>The hidden state and the cell state after the step, each [b, c].</returns>
/// <exception cref="ShapeException">The sizes don't fit.</exception>
[TensorOp("b i, b h, b c, (4*c) i, (4*c) h, (4*c)?, (4*c)? -> b c, b c")]
public static partial class LstmCell
{
    private static (Tensor<T> Hidden, Tensor<T> Cell) Compose<T>(
        Tensor<T> input, Tensor<T> hx, Tensor<T> cx, Tensor<T> wIh, Tensor<T> wHh, Tensor<T>? bIh = null, Tensor<T>? bHh = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        LstmStep.Apply(Tensor.Linear(input, wIh, bIh) + Tensor.Linear(hx, wHh, bHh), cx);
}
