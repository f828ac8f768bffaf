using System.Runtime.CompilerServices;

namespace DslTensors.Cpu;

/// <summary>Arithmetic of one element where vectors have none: integer division and conversion.</summary>
internal static class Element<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T FromDouble(double value)
    {
        if (typeof(T) == typeof(float))
            return As((float)value);
        if (typeof(T) == typeof(double))
            return As(value);
        if (typeof(T) == typeof(long))
            return As((long)value);
        if (typeof(T) == typeof(ulong))
            return As((ulong)value);
        if (typeof(T) == typeof(int))
            return As((int)value);
        if (typeof(T) == typeof(uint))
            return As((uint)value);
        if (typeof(T) == typeof(short))
            return As((short)Small(value, short.MinValue, short.MaxValue));
        if (typeof(T) == typeof(ushort))
            return As((ushort)Small(value, ushort.MinValue, ushort.MaxValue));
        if (typeof(T) == typeof(sbyte))
            return As((sbyte)Small(value, sbyte.MinValue, sbyte.MaxValue));
        if (typeof(T) == typeof(byte))
            return As((byte)Small(value, byte.MinValue, byte.MaxValue));
        throw NoLane();
    }

    // Finite numbers wrap around; infinities, which minima and maxima start from, are the ends of the range.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Small(double value, int least, int greatest) => double.IsFinite(value) ? (int)value : value > 0 ? greatest : least;

    /// <summary>The truncated quotient; the least integer divided by -1 is itself, as two's complement wraps.</summary>
    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    public static T Divide(T a, T b)
    {
        ThrowIfZero(b);
        if (typeof(T) == typeof(long))
            return As(To<long>(b) == -1 ? -To<long>(a) : To<long>(a) / To<long>(b));
        if (typeof(T) == typeof(ulong))
            return As(To<ulong>(a) / To<ulong>(b));
        if (typeof(T) == typeof(int))
            return As((int)((long)To<int>(a) / To<int>(b)));
        if (typeof(T) == typeof(uint))
            return As(To<uint>(a) / To<uint>(b));
        if (typeof(T) == typeof(short))
            return As((short)(To<short>(a) / To<short>(b)));
        if (typeof(T) == typeof(ushort))
            return As((ushort)(To<ushort>(a) / To<ushort>(b)));
        if (typeof(T) == typeof(sbyte))
            return As((sbyte)(To<sbyte>(a) / To<sbyte>(b)));
        if (typeof(T) == typeof(byte))
            return As((byte)(To<byte>(a) / To<byte>(b)));
        throw NoLane();
    }

    /// <summary>The remainder of <see cref="Divide"/>.</summary>
    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    public static T Remainder(T a, T b)
    {
        ThrowIfZero(b);
        if (typeof(T) == typeof(long))
            return As(To<long>(b) == -1 ? 0 : To<long>(a) % To<long>(b));
        if (typeof(T) == typeof(ulong))
            return As(To<ulong>(a) % To<ulong>(b));
        if (typeof(T) == typeof(int))
            return As((int)((long)To<int>(a) % To<int>(b)));
        if (typeof(T) == typeof(uint))
            return As(To<uint>(a) % To<uint>(b));
        if (typeof(T) == typeof(short))
            return As((short)(To<short>(a) % To<short>(b)));
        if (typeof(T) == typeof(ushort))
            return As((ushort)(To<ushort>(a) % To<ushort>(b)));
        if (typeof(T) == typeof(sbyte))
            return As((sbyte)(To<sbyte>(a) % To<sbyte>(b)));
        if (typeof(T) == typeof(byte))
            return As((byte)(To<byte>(a) % To<byte>(b)));
        throw NoLane();
    }

    public static NotSupportedException NoCalculus(string function) =>
        new($"{function} is not defined for {typeof(T).Name}. Convert to float or double first.");

    public static NotSupportedException NoLane() =>
        new($"Elementwise functions don't compute in {typeof(T).Name}. Use float, double, Half, BFloat16, an integer type or bool.");

    private static void ThrowIfZero(T divisor)
    {
        if (EqualityComparer<T>.Default.Equals(divisor, default))
            throw new DivideByZeroException("ZeroDivisionError. An integer is divided by 0; convert the tensor first where infinity is meant: x.To<float>().");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T As<TNumber>(TNumber value)
        where TNumber : unmanaged => Unsafe.BitCast<TNumber, T>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TNumber To<TNumber>(T value)
        where TNumber : unmanaged => Unsafe.BitCast<T, TNumber>(value);
}
