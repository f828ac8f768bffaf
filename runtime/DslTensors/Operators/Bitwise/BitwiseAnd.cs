using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The bits that are set in both elements of each pair (PyTorch's <c>bitwise_and</c>); of truth values the logical operation.</summary>
/// <param name="input">The first tensor.</param>
/// <param name="other">The second tensor, or a number.</param>
/// <returns>A tensor of the shape that the inputs broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ... -> ...", Symbol = "&", TakesNumbers = true, ElementTypes = ElementTypes.IntegersAndBool, NonDifferentiable = true)]
public static partial class BitwiseAnd
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> other, TensorView<T> result)
        where T : unmanaged => BitwiseLoop.Run<Bits, T>(input, other, result);

    private readonly struct Bits : IBitFunction
    {
        public static Vector<byte> Apply(Vector<byte> a, Vector<byte> b) => a & b;
    }
}
