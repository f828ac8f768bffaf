using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Elements brought to mean 0 and variance 1, the step that all normalisations share.</summary>
internal static class Standardized
{
    public static Tensor<T> Of<T>(Tensor<T> input, Tensor<T> mean, Tensor<T> variance, double eps)
        where T : unmanaged, IFloatingPointIeee754<T> => (input - mean) * (variance + eps).Rsqrt();

    /// <summary>A value for each channel, shaped to broadcast over [b, c, ...].</summary>
    public static Tensor<T> PerChannel<T>(Tensor<T> values, int rank)
        where T : unmanaged, IFloatingPointIeee754<T> => values.Reshape([-1, .. Enumerable.Repeat(1, rank - 2)]);
}
