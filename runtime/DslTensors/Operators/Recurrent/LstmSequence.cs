using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>A long short-term memory along whole sequences, after the matrix product of the inputs.</summary>
/// <param name="parts">What the gates i, f, g, o are functions of, without the hidden state, [t, b, 4 h]; the first hidden and the first cell state, [b, h]; the weights of the hidden state, [4 h, h].</param>
/// <param name="size">The sizes of the states of all steps, [t, b, h].</param>
/// <param name="gateSize">The sizes of the gates, [t, b, 4 h].</param>
/// <param name="isReverse">Whether the way begins at the end.</param>
/// <returns>The hidden states, the cell states and the gates of all steps; no gradient flows through the gates.</returns>
[TensorOp("x...[] -> size..., size..., gateSize...", Name = "lstm", IsInternal = true)]
internal static partial class LstmSequence
{
    private static void Forward<T>(
        TensorView<T>[] parts, TensorView<T> output, TensorView<T> cells, TensorView<T> gates, Shape size, Shape gateSize, bool isReverse)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        LstmKernel.Run(parts[0].Dense(), parts[1].Dense(), parts[2].Dense(), parts[3].Dense(), output, cells, gates, isReverse);

    private static Tensor<T>[] GradParts<T>(
        Tensor<T> gradOutput, Tensor<T> gradCells, Tensor<T>[] parts, Tensor<T> output, Tensor<T> cells, Tensor<T> gates, bool isReverse)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Autograd.IsGradEnabled)
            return ByStep(gradOutput, gradCells, parts, isReverse);
        var (projected, hidden, cell) = LstmSequenceGradient.Apply(gradOutput, gradCells, cells, gates, parts[2], parts[3], isReverse);
        var (length, size) = (output.Shape[0], output.Shape[2]);
        var first = parts[1].Unsqueeze(0);
        var before = length == 1 ? first : isReverse
            ? Cat.Apply<T>([output.Narrow(0, 1, length - 1), first], 0, null)
            : Cat.Apply<T>([first, output.Narrow(0, 0, length - 1)], 0, null);
        var rows = length * output.Shape[1];
        return [projected, hidden, cell, projected.Reshape(rows, 4 * size).Transpose(0, 1).Mm(before.Reshape(rows, size))];
    }

    // Second derivatives go through single steps.
    private static Tensor<T>[] ByStep<T>(Tensor<T> gradOutput, Tensor<T> gradCells, Tensor<T>[] parts, bool isReverse)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var length = gradOutput.Shape[0];
        var (outputs, cells) = (new Tensor<T>[length], new Tensor<T>[length]);
        var (hidden, cell) = (parts[1], parts[2]);
        for (var step = 0; step < length; step++)
        {
            var time = isReverse ? length - 1 - step : step;
            (hidden, cell) = LstmStep.Apply(parts[0].Select(0, time) + Tensor.Linear(hidden, parts[3]), cell);
            (outputs[time], cells[time]) = (hidden, cell);
        }

        var asked = Array.FindAll(parts, static part => part.RequiresGrad);
        var found = new Queue<Tensor<T>>(Autograd.Grad<T>([Tensor.Stack(outputs, 0), Tensor.Stack(cells, 0)], asked, [gradOutput, gradCells], createGraph: true));
        return Array.ConvertAll(parts, part => part.RequiresGrad ? found.Dequeue() : part.ZerosLike());
    }
}
