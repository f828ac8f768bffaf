namespace DslTensors.Operators;

/// <summary>The elements converted to another type as C# casts them, booleans to 0 and 1.</summary>
internal static class ElementConversion
{
    /// <summary>Converts every element.</summary>
    public static void Run<TFrom, TTo>(TensorView<TFrom> source, TensorView<TTo> target)
        where TFrom : unmanaged
        where TTo : unmanaged
    {
        var from = source.Dense().Span;
        var to = target.Span;
        for (var i = 0; i < from.Length; i++)
            to[i] = Element<TFrom, TTo>(from[i]);
    }

    private static TTo Element<TFrom, TTo>(TFrom value)
        where TFrom : unmanaged
        where TTo : unmanaged
    {
        if (typeof(TFrom) == typeof(float))
            return FromReal<TTo>((float)(object)value);
        if (typeof(TFrom) == typeof(double))
            return FromReal<TTo>((double)(object)value);
        if (typeof(TFrom) == typeof(Half))
            return FromReal<TTo>((double)(Half)(object)value);
        if (typeof(TFrom) == typeof(long))
            return FromInteger<TTo>((long)(object)value);
        if (typeof(TFrom) == typeof(int))
            return FromInteger<TTo>((int)(object)value);
        if (typeof(TFrom) == typeof(short))
            return FromInteger<TTo>((short)(object)value);
        if (typeof(TFrom) == typeof(sbyte))
            return FromInteger<TTo>((sbyte)(object)value);
        if (typeof(TFrom) == typeof(byte))
            return FromInteger<TTo>((byte)(object)value);
        return FromInteger<TTo>((bool)(object)value ? 1 : 0);
    }

    private static TTo FromReal<TTo>(double value)
        where TTo : unmanaged
    {
        if (typeof(TTo) == typeof(float))
            return (TTo)(object)(float)value;
        if (typeof(TTo) == typeof(double))
            return (TTo)(object)value;
        if (typeof(TTo) == typeof(Half))
            return (TTo)(object)(Half)value;
        if (typeof(TTo) == typeof(bool))
            return (TTo)(object)(value != 0);
        return FromInteger<TTo>((long)value);
    }

    private static TTo FromInteger<TTo>(long value)
        where TTo : unmanaged
    {
        if (typeof(TTo) == typeof(long))
            return (TTo)(object)value;
        if (typeof(TTo) == typeof(int))
            return (TTo)(object)(int)value;
        if (typeof(TTo) == typeof(short))
            return (TTo)(object)(short)value;
        if (typeof(TTo) == typeof(sbyte))
            return (TTo)(object)(sbyte)value;
        if (typeof(TTo) == typeof(byte))
            return (TTo)(object)(byte)value;
        if (typeof(TTo) == typeof(bool))
            return (TTo)(object)(value != 0);
        if (typeof(TTo) == typeof(float))
            return (TTo)(object)(float)value;
        return typeof(TTo) == typeof(Half) ? (TTo)(object)(Half)value : (TTo)(object)(double)value;
    }
}
