using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The part of a step of a long short-term memory that follows its two matrix products.</summary>
/// <param name="gates">What the gates i, f, g, o are functions of, [b, 4 c].</param>
/// <param name="cx">The cell state before the step, [b, c].</param>
/// <returns>The hidden state and the cell state after the step.</returns>
[TensorOp("b (4*c), b c -> b c, b c", IsInternal = true)]
public static partial class LstmStep
{
    private static (Tensor<T> Hidden, Tensor<T> Cell) Compose<T>(Tensor<T> gates, Tensor<T> cx)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var size = cx.Shape[1];
        var written = gates.Narrow(1, 0, size).Sigmoid() * gates.Narrow(1, 2 * size, size).Tanh();
        var cell = (gates.Narrow(1, size, size).Sigmoid() * cx) + written;
        return (gates.Narrow(1, 3 * size, size).Sigmoid() * cell.Tanh(), cell);
    }
}
