using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Each element limited to a range; where the bounds cross, the upper one holds (PyTorch's <c>clamp_</c>), in the tensor itself.</summary>
/// <param name="input">The tensor, which is overwritten.</param>
/// <param name="min">The least result; by default there is none.</param>
/// <param name="max">The greatest result; by default there is none.</param>
/// <returns>The tensor.</returns>
/// <exception cref="TensorException">Both bounds are missing, or a bound of integers has a fraction.</exception>
/// <exception cref="AutogradException">The tensor is a leaf that requires gradients, outside <see cref="Autograd.NoGrad"/>.</exception>
[TensorOp("s... -> s...", Name = "clamp_")]
public static partial class ClampInPlace
{
    // What the gradient needs of the values is kept in a copy.
    private static Tensor<T> Compose<T>(Tensor<T> input, Scalar? min = null, Scalar? max = null)
        where T : unmanaged, INumber<T> => input.CopyInPlace((Autograd.Records(input) ? input.Clone() : input).Clamp(min, max));
}
