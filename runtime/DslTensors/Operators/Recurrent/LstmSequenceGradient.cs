using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The way back through an <see cref="LstmSequence"/>.</summary>
/// <param name="gradOutput">The gradients of the hidden states.</param>
/// <param name="gradCells">The gradients of the cell states.</param>
/// <param name="cells">The cell states.</param>
/// <param name="gates">The gates.</param>
/// <param name="cell">The first cell state.</param>
/// <param name="weight">The weights of the hidden state.</param>
/// <param name="isReverse">Whether the way began at the end.</param>
/// <returns>The gradients of the projected inputs and of the first states.</returns>
[TensorOp("t b h, t b h, t b h, t b g, b h, g h -> t b g, b h, b h", Name = "lstm_backward", IsInternal = true, NonDifferentiable = true)]
internal static partial class LstmSequenceGradient
{
    private static void Forward<T>(
        TensorView<T> gradOutput, TensorView<T> gradCells, TensorView<T> cells, TensorView<T> gates, TensorView<T> cell, TensorView<T> weight,
        TensorView<T> projected, TensorView<T> hiddenState, TensorView<T> cellState, bool isReverse)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        LstmGradientKernel.Run(gradOutput.Dense(), gradCells.Dense(), cells.Dense(), gates.Dense(), cell.Dense(), weight.Dense(), projected, hiddenState, cellState, isReverse);
}
