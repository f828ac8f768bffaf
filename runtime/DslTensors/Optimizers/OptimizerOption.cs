using System.Globalization;

namespace DslTensors;

/// <summary>Checks options with PyTorch's messages.</summary>
internal static class OptimizerOption
{
    /// <exception cref="TensorException">The value is negative or not a number.</exception>
    public static double NotNegative(string name, double value) =>
        value >= 0 ? value : throw new TensorException($"Invalid {name}: {Format(value)}. It must be 0 or more.");

    /// <exception cref="TensorException">The value is outside of [0, 1).</exception>
    public static double Decay(string name, double value) =>
        value >= 0 && value < 1 ? value : throw new TensorException($"Invalid {name}: {Format(value)}. It must be from 0 up to, but not including, 1.");

    /// <exception cref="TensorException">The value is outside of [0, 1].</exception>
    public static double Share(string name, double value) =>
        value is >= 0 and <= 1 ? value : throw new TensorException($"Invalid {name}: {Format(value)}. It must be from 0 to 1.");

    /// <summary>As Python writes numbers, since messages are looked up by their text.</summary>
    public static string Format(double value)
    {
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        var text = value.ToString("R", CultureInfo.InvariantCulture).ToLowerInvariant();
        return text.AsSpan().ContainsAny('.', 'e') ? text : text + ".0";
    }
}
