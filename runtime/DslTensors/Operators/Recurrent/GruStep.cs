using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The part of a step of a gated recurrent unit that follows its two matrix products.</summary>
/// <param name="fromInput">The input's share in the gates r, z, n, [b, 3 h].</param>
/// <param name="fromHidden">The hidden state's share in them, [b, 3 h].</param>
/// <param name="hx">The hidden state before the step, [b, h].</param>
/// <returns>The hidden state after the step.</returns>
[TensorOp("b (3*h), b (3*h), b h -> b h", IsInternal = true)]
public static partial class GruStep
{
    private static Tensor<T> Compose<T>(Tensor<T> fromInput, Tensor<T> fromHidden, Tensor<T> hx)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var size = hx.Shape[1];
        var gates = (fromInput.Narrow(1, 0, 2 * size) + fromHidden.Narrow(1, 0, 2 * size)).Sigmoid();
        var (reset, update) = (gates.Narrow(1, 0, size), gates.Narrow(1, size, size));
        var proposed = (fromInput.Narrow(1, 2 * size, size) + (reset * fromHidden.Narrow(1, 2 * size, size))).Tanh();
        return proposed + (update * (hx - proposed));
    }
}
