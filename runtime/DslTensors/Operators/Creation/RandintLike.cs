using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Random integers from a bound up to, not including, another, in a tensor of the shape of another (PyTorch's <c>randint_like</c>).</summary>
/// <param name="input">The tensor whose shape is taken.</param>
/// <param name="low">The least integer.</param>
/// <param name="high">The bound.</param>
/// <returns>The tensor.</returns>
/// <exception cref="TensorException">The range is empty.</exception>
[TensorOp("s... -> s...", NonDifferentiable = true)]
public static partial class RandintLike
{
    private static Tensor<T> Compose<T>(Tensor<T> input, long low, long high)
        where T : unmanaged, INumber<T> => Randint.Apply<T>(low, high, input.Layout.Sizes, null);
}

/// <summary>Random integers from 0 up to, not including, a bound, in a tensor of the shape of another (PyTorch's <c>randint_like</c>).</summary>
/// <param name="input">The tensor whose shape is taken.</param>
/// <param name="high">The bound.</param>
/// <returns>The tensor.</returns>
/// <exception cref="TensorException">The bound is not positive.</exception>
[TensorOp("s... -> s...", Method = "RandintLike", NonDifferentiable = true)]
public static partial class RandintLikeTo
{
    private static Tensor<T> Compose<T>(Tensor<T> input, long high)
        where T : unmanaged, INumber<T> => Randint.Apply<T>(0, high, input.Layout.Sizes, null);
}
