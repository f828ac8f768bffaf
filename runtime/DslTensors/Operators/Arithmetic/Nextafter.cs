using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The next number of the element type after each element towards the other tensor's (PyTorch's <c>nextafter</c>).</summary>
/// <param name="input">The numbers.</param>
/// <param name="other">Where to.</param>
/// <returns>A tensor of the shape that the inputs broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ... -> ...", NonDifferentiable = true, HalvesInFloat = false)]
public static partial class Nextafter
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> other, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var from = BroadcastOperand.Elements(input, result.Layout);
        var to = BroadcastOperand.Elements(other, result.Layout);
        for (var i = 0; i < result.Count; i++)
            result.Span[i] = T.IsNaN(to[i]) || from[i] == to[i] ? to[i] : from[i] < to[i] ? T.BitIncrement(from[i]) : T.BitDecrement(from[i]);
    }
}
