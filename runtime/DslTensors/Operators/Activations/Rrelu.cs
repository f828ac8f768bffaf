using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Each element if it is positive, otherwise the element times a slope: a random one in training, the middle one otherwise (PyTorch's <c>rrelu</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="lower">The least slope.</param>
/// <param name="upper">The greatest slope.</param>
/// <param name="training">Whether to draw the slopes.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="TensorException">The bounds are the wrong way round.</exception>
[TensorOp("s... -> s...", InPlace = true)]
public static partial class Rrelu
{
    private static Tensor<T> Compose<T>(Tensor<T> input, double lower = 1.0 / 8, double upper = 1.0 / 3, bool training = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!(lower <= upper))
            throw new TensorException($"Lower bound should be less than or equal to the upper bound. rrelu: they are {lower} and {upper}.");
        return training ? input * Slopes(input, lower, upper) : input.LeakyRelu((lower + upper) / 2);
    }

    // PyTorch draws for the elements that are not positive only.
    private static Tensor<T> Slopes<T>(Tensor<T> input, double lower, double upper)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var slopes = input.ToArray();
        var drawn = new double[slopes.Count(static value => value <= T.Zero)];
        RandomSource.Default.FillUniform<double>(drawn, lower, upper);
        var next = 0;
        foreach (ref var slope in slopes.AsSpan())
            slope = slope <= T.Zero ? T.CreateTruncating(drawn[next++]) : T.One;
        return Tensor.From(slopes).Reshape(input.Shape.ToArray()).To(input.Device);
    }
}
