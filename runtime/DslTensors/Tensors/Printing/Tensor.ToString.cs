using System.Globalization;

namespace DslTensors;

public sealed partial class Tensor<T> : IFormattable
{
    /// <summary>The elements, and type and history where they are not the usual ones, as PyTorch prints them.</summary>
    public override string ToString()
    {
        if (DType.IsFloatingPoint())
            return TensorText.Write(this, Detach().Cpu().To<double>().ToArray());
        return TensorText.Write(this, Array.ConvertAll(ToArray(), element => Convert.ToString((object)element, CultureInfo.InvariantCulture)!));
    }

    /// <summary>The elements by a .NET number format: <c>x.ToString("0.00")</c>, <c>$"{x:e3}"</c>.</summary>
    /// <param name="format">How an element is written; <see langword="null"/>, empty or <c>G</c> for PyTorch's form.</param>
    /// <param name="provider">The culture; by default the invariant one, as a tensor's text is often read by programs.</param>
    /// <exception cref="FormatException">The element type knows no such format.</exception>
    public string ToString(string? format, IFormatProvider? provider = null)
    {
        if (string.IsNullOrEmpty(format) || format == "G" || Device.Backend is not null)
            return ToString();
        return TensorText.Write(this, Array.ConvertAll(ToArray(), element => element is IFormattable formattable ? formattable.ToString(format, provider ?? CultureInfo.InvariantCulture) : Convert.ToString((object)element, CultureInfo.InvariantCulture)!));
    }
}
