namespace DslTensors.Operators;

/// <summary>Random numbers of the standard normal distribution in a tensor of the shape of another (PyTorch's <c>randn_like</c>).</summary>
/// <param name="input">The tensor whose shape is taken.</param>
/// <returns>The tensor.</returns>
[TensorOp("s... -> s...", NonDifferentiable = true)]
public static partial class RandnLike
{
    private static Tensor<T> Compose<T>(Tensor<T> input)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        DeviceRandom.Like(input, input.Layout.Sizes, Distribution.Normal, 0, 1) ?? Randn.Apply<T>(input.Layout.Sizes);
}
