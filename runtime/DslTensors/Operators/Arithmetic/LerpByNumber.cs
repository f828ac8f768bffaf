using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Points on the lines from each element to another one, all as far along (PyTorch's <c>lerp</c> with a number).</summary>
/// <param name="input">Where the lines begin.</param>
/// <param name="end">Where they end.</param>
/// <param name="weight">How far to go: 0 is the beginning, 1 the end.</param>
/// <returns>A tensor of the shape that the inputs broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ... -> ...", Method = "Lerp")]
public static partial class LerpByNumber
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> end, double weight)
        where T : unmanaged, IFloatingPointIeee754<T> => input.Lerp(end, FilledTensor.Of<T>([], weight));
}
