namespace DslTensors.Operators;

/// <summary>The elements where a mask of the tensor's shape is true, in row-major order.</summary>
/// <param name="input">The tensor.</param>
/// <param name="mask">The mask.</param>
/// <param name="n">How often it is true.</param>
/// <returns>The elements, [n].</returns>
[TensorOp("s..., s... -> n", Name = "masked_select", IsInternal = true)]
public static partial class MaskedGather
{
    private static void Forward<T>(TensorView<T> input, TensorView<bool> mask, TensorView<T> result, int n)
        where T : unmanaged
    {
        var from = input.Dense().Span;
        var flags = mask.Dense().Span;
        var to = 0;
        for (var i = 0; i < flags.Length && to < n; i++)
        {
            if (flags[i])
                result.Span[to++] = from[i];
        }
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<bool> mask, Shape inputShape)
        where T : unmanaged => MaskedScatterInto.Apply(grad.NewZeros().Expand(inputShape.ToArray()), mask, grad, null);
}
