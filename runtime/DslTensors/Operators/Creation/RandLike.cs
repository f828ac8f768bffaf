namespace DslTensors.Operators;

/// <summary>Random numbers from 0 to 1, 1 excluded, in a tensor of the shape of another (PyTorch's <c>rand_like</c>).</summary>
/// <param name="input">The tensor whose shape is taken.</param>
/// <returns>The tensor.</returns>
[TensorOp("s... -> s...", NonDifferentiable = true)]
public static partial class RandLike
{
    private static Tensor<T> Compose<T>(Tensor<T> input)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        DeviceRandom.Like(input, input.Layout.Sizes, Distribution.Uniform, 0, 1) ?? Rand.Apply<T>(input.Layout.Sizes);
}
