using System.Numerics;

namespace DslTensors.Operators;

/// <summary>One step of a simple recurrent network (PyTorch's <c>rnn_tanh_cell</c>): h' = tanh(W x + b + V h + c).</summary>
/// <param name="input">The inputs of this step, [b, i].</param>
/// <param name="hx">The hidden state before it, [b, h].</param>
/// <param name="wIh">The weights of the input, [h, i].</param>
/// <param name="wHh">The weights of the hidden state, [h, h].</param>
/// <param name="bIh">An offset, [h].</param>
/// <param name="bHh">Another offset, [h].</param>
/// <returns>The hidden state after the step, [b, h].</returns>
/// <exception cref="ShapeException">The sizes don't fit.</exception>
[TensorOp("b i, b h, h i, h h, h?, h? -> b h")]
public static partial class RnnTanhCell
{
    private static Tensor<T> Compose<T>(
        Tensor<T> input, Tensor<T> hx, Tensor<T> wIh, Tensor<T> wHh, Tensor<T>? bIh = null, Tensor<T>? bHh = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        (Tensor.Linear(input, wIh, bIh) + Tensor.Linear(hx, wHh, bHh)).Tanh();
}
