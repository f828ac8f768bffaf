using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Each element limited to a range of its own (PyTorch's <c>clamp</c> with tensors); where the bounds cross, the upper one holds.</summary>
/// <param name="input">The tensor.</param>
/// <param name="min">The least results.</param>
/// <param name="max">The greatest results.</param>
/// <returns>A tensor of the shape that all three broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ..., ... -> ...", Method = "Clamp")]
public static partial class ClampByTensors
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> min, Tensor<T> max)
        where T : unmanaged, INumber<T> => Selection.ClampBetweenTensors(input, min, max, null);
}
