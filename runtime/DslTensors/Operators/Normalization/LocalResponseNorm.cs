using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Each element divided by a power of the mean square of neighbouring channels (PyTorch's <c>nn.functional.local_response_norm</c>).</summary>
/// <param name="input">The tensor, [b, c, ...].</param>
/// <param name="size">How many channels are neighbours.</param>
/// <param name="alpha">The factor of the mean square.</param>
/// <param name="beta">The power.</param>
/// <param name="k">Added to the mean square.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="ShapeException">The rank is below 3.</exception>
[TensorOp("s... -> s...")]
public static partial class LocalResponseNorm
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int size, double alpha = 1e-4, double beta = 0.75, double k = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (input.Rank < 3)
            throw new ShapeException($"Expected 3D or higher dimensionality                          input (got {input.Rank} dimensions). local_response_norm takes [b, c, ...].");
        if (input.Count == 0)
            return input.Clone();
        var channels = input.Shape[1];
        var squares = input.Square().Transpose(1, -1).Pad([size / 2, (size - 1) / 2]).Transpose(1, -1);
        var sum = squares.Narrow(1, 0, channels);
        for (var i = 1; i < size; i++)
            sum += squares.Narrow(1, i, channels);
        return input / ((sum / size * alpha) + k).Pow(beta);
    }
}
