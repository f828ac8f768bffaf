using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Elements brought to mean 0 and variance 1, the step that all normalisations share, in operators that have all derivatives.</summary>
internal static class Standardized
{
    public static Tensor<T> Of<T>(Tensor<T> input, Tensor<T> mean, Tensor<T> variance, double eps)
        where T : unmanaged, IFloatingPointIeee754<T> => (input - mean) * (variance + eps).Rsqrt();

    /// <summary>A value for each channel, shaped to broadcast over [b, c, ...].</summary>
    public static Tensor<T> PerChannel<T>(Tensor<T> values, int rank)
        where T : unmanaged, IFloatingPointIeee754<T> => values.Reshape([-1, .. Enumerable.Repeat(1, rank - 2)]);

    /// <summary>All dimensions of [b, c, ...] but that of the channels.</summary>
    public static int[] AllButChannels(int rank) => [0, .. Enumerable.Range(2, rank - 2)];

    /// <summary>A tensor as rows.</summary>
    public static Tensor<T> AsRows<T>(Tensor<T> x, int count)
        where T : unmanaged, IFloatingPointIeee754<T> => x.Reshape((int)(x.Count / Math.Max(1, count)), count);

    /// <summary>Normalized rows, and one over the standard deviation of each.</summary>
    public static (Tensor<T> Normalized, Tensor<T> Scale) Rows<T>(Tensor<T> input, int count, double eps)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var rows = AsRows(input, count);
        var centered = rows - rows.Mean(1, keepDim: true);
        var scale = (centered.Square().Mean(1, keepDim: true) + eps).Rsqrt();
        return (centered * scale, scale);
    }
}
