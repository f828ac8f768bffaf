using System.Numerics;

namespace DslTensors;

public readonly partial struct BFloat16
{
    /// <inheritdoc/>
    static bool INumberBase<BFloat16>.TryConvertFromChecked<TOther>(TOther value, out BFloat16 result) => TryFrom(value, out result);

    /// <inheritdoc/>
    static bool INumberBase<BFloat16>.TryConvertFromSaturating<TOther>(TOther value, out BFloat16 result) => TryFrom(value, out result);

    /// <inheritdoc/>
    static bool INumberBase<BFloat16>.TryConvertFromTruncating<TOther>(TOther value, out BFloat16 result) => TryFrom(value, out result);

    /// <inheritdoc/>
    static bool INumberBase<BFloat16>.TryConvertToChecked<TOther>(BFloat16 value, out TOther result)
    {
        result = TOther.CreateChecked((float)value);
        return true;
    }

    /// <inheritdoc/>
    static bool INumberBase<BFloat16>.TryConvertToSaturating<TOther>(BFloat16 value, out TOther result)
    {
        result = TOther.CreateSaturating((float)value);
        return true;
    }

    /// <inheritdoc/>
    static bool INumberBase<BFloat16>.TryConvertToTruncating<TOther>(BFloat16 value, out TOther result)
    {
        result = TOther.CreateTruncating((float)value);
        return true;
    }

    // The range is wide enough for every type, so that checked, saturating and truncating are the same.
    private static bool TryFrom<TOther>(TOther value, out BFloat16 result)
        where TOther : INumberBase<TOther>
    {
        // Integers that a double has no room for would be rounded twice by way of it.
        if (typeof(TOther) == typeof(long))
            result = (BFloat16)(long)(object)value;
        else if (typeof(TOther) == typeof(ulong))
            result = (BFloat16)(ulong)(object)value;
        else if (typeof(TOther) == typeof(nint))
            result = (BFloat16)(nint)(object)value;
        else if (typeof(TOther) == typeof(nuint))
            result = (BFloat16)(nuint)(object)value;
        else if (typeof(TOther) == typeof(Int128))
            result = (BFloat16)(Int128)(object)value;
        else if (typeof(TOther) == typeof(UInt128))
            result = (BFloat16)(UInt128)(object)value;
        else if (typeof(TOther) == typeof(decimal))
            result = (BFloat16)(decimal)(object)value;
        else
            result = (BFloat16)double.CreateChecked(value);
        return true;
    }
}
