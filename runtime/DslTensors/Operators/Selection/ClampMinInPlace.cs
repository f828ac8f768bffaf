using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Each element, or a number where that is greater (PyTorch's <c>clamp_min_</c>), in the tensor itself.</summary>
/// <param name="input">The tensor, which is overwritten.</param>
/// <param name="min">The least result.</param>
/// <returns>The tensor.</returns>
/// <exception cref="TensorException">The bound of integers has a fraction.</exception>
/// <exception cref="AutogradException">The tensor is a leaf that requires gradients, outside <see cref="Autograd.NoGrad"/>.</exception>
[TensorOp("s... -> s...", Name = "clamp_min_")]
public static partial class ClampMinInPlace
{
    // What the gradient needs of the values is kept in a copy.
    private static Tensor<T> Compose<T>(Tensor<T> input, Scalar min)
        where T : unmanaged, INumber<T> => input.CopyInPlace((Autograd.Records(input) ? input.Clone() : input).ClampMin(min));
}
