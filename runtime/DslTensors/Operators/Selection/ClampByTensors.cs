using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Each element limited to a range of its own (PyTorch's <c>clamp</c> with tensors); where the bounds cross, the upper one holds.</summary>
/// <param name="input">The tensor.</param>
/// <param name="min">The least results; by default there are none.</param>
/// <param name="max">The greatest results; by default there are none.</param>
/// <returns>A tensor of the shape that all broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
/// <exception cref="TensorException">Both bounds are missing.</exception>
[TensorOp("..., ...?, ...? -> ...", Method = "Clamp")]
public static partial class ClampByTensors
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T>? min = null, Tensor<T>? max = null)
        where T : unmanaged, INumber<T> => (min, max) switch
        {
            ({ } low, { } high) => Selection.ClampBetweenTensors(input, low, high, null),
            ({ } low, null) => Selection.ClampMinTensor(input, low, null),
            (null, { } high) => Selection.ClampMaxTensor(input, high, null),
            _ => throw new TensorException("clamp: At least one of 'min' or 'max' must not be None. Give a bound, e.g. x.Clamp(min: 0)."),
        };
}
