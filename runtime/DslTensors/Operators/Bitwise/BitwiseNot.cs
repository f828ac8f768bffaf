using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The bits that are not set in each element (PyTorch's <c>bitwise_not</c>); of truth values the logical operation.</summary>
/// <param name="input">The tensor.</param>
/// <returns>A tensor of the same shape.</returns>
[TensorOp("s... -> s...", Symbol = "~", ElementTypes = ElementTypes.IntegersAndBool, NonDifferentiable = true)]
public static partial class BitwiseNot
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result)
        where T : unmanaged
    {
        if (typeof(T) == typeof(bool))
            BitwiseLoop.Run<NotTrue, T>(input, input, result);
        else
            BitwiseLoop.Run<NotSet, T>(input, input, result);
    }

    private readonly struct NotSet : IBitFunction
    {
        public static Vector<byte> Apply(Vector<byte> a, Vector<byte> b) => ~a;
    }

    private readonly struct NotTrue : IBitFunction
    {
        public static Vector<byte> Apply(Vector<byte> a, Vector<byte> b) => a ^ Vector<byte>.One;
    }
}
