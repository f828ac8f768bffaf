using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>Elements of one tensor or of another by a condition: what all forms of <see cref="Where"/> come down to.</summary>
/// <param name="condition">The condition.</param>
/// <param name="input">The elements where it is true.</param>
/// <param name="other">The elements where it is false.</param>
/// <returns>The chosen elements, in the shape that all three broadcast to.</returns>
[TensorOp("..., ..., ... -> ...", Name = "where", IsInternal = true)]
public static partial class Chosen
{
    private static void Forward<T>(TensorView<bool> condition, TensorView<T> input, TensorView<T> other, TensorView<T> result)
        where T : unmanaged => SelectLoop.Run(condition, input, other, result);

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<bool> condition)
        where T : unmanaged => Apply(condition, grad, FilledTensor.Of<T>([], 0), null);

    private static Tensor<T> GradOther<T>(Tensor<T> grad, Tensor<bool> condition)
        where T : unmanaged => Apply(condition, FilledTensor.Of<T>([], 0), grad, null);
}
