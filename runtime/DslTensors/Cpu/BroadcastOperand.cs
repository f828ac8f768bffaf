namespace DslTensors.Cpu;

/// <summary>Operands of kernels that want their elements one after the other.</summary>
internal static class BroadcastOperand
{
    /// <summary>The elements of an operand in the order of the result's, which it broadcasts to.</summary>
    public static ReadOnlySpan<T> Elements<T>(in TensorView<T> operand, StridedLayout result)
        where T : unmanaged => operand.Layout.SameSizes(result)
            ? operand.Dense().Span
            : new TensorView<T>(operand.Array, operand.Offset, operand.Layout.BroadcastTo(result.Sizes)!).Dense().Span;
}
