using System.Numerics;

namespace DslTensors;

public readonly partial struct BFloat16
{
    /// <summary>The number nearest to that of another type.</summary>
    public static BFloat16 CreateChecked<TOther>(TOther value)
        where TOther : INumberBase<TOther> => From(value);

    /// <summary>The number nearest to that of another type.</summary>
    public static BFloat16 CreateSaturating<TOther>(TOther value)
        where TOther : INumberBase<TOther> => From(value);

    /// <summary>The number nearest to that of another type.</summary>
    public static BFloat16 CreateTruncating<TOther>(TOther value)
        where TOther : INumberBase<TOther> => From(value);

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

    private static bool TryFrom<TOther>(TOther value, out BFloat16 result)
        where TOther : INumberBase<TOther>
    {
        result = From(value);
        return true;
    }

    // The range is wide enough for every type, so that checked, saturating and truncating are the same.
    private static BFloat16 From<TOther>(TOther value)
        where TOther : INumberBase<TOther>
    {
        if (typeof(TOther) == typeof(BFloat16))
            return (BFloat16)(object)value;

        // Integers that a double has no room for would be rounded twice by way of it.
        if (typeof(TOther) == typeof(long))
            return (BFloat16)(long)(object)value;
        if (typeof(TOther) == typeof(ulong))
            return (BFloat16)(ulong)(object)value;
        if (typeof(TOther) == typeof(nint))
            return (BFloat16)(nint)(object)value;
        if (typeof(TOther) == typeof(nuint))
            return (BFloat16)(nuint)(object)value;
        if (typeof(TOther) == typeof(Int128))
            return (BFloat16)(Int128)(object)value;
        if (typeof(TOther) == typeof(UInt128))
            return (BFloat16)(UInt128)(object)value;
        return typeof(TOther) == typeof(decimal) ? (BFloat16)(decimal)(object)value : (BFloat16)double.CreateChecked(value);
    }
}
