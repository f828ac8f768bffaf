namespace DslTensors;

/// <summary>A number of any type as an operand: <c>x * 2</c> and <c>x * 0.5</c> work for tensors of every element type.</summary>
public readonly struct Scalar
{
    private readonly double _real;
    private readonly long _integer;

    private Scalar(double real, long integer, bool isInteger)
    {
        _real = real;
        _integer = integer;
        IsInteger = isInteger;
    }

    /// <summary>Whether the number was given as an integer.</summary>
    public bool IsInteger { get; }

    /// <summary>An integer operand.</summary>
    public static implicit operator Scalar(int value) => new(value, value, true);

    /// <summary>An integer operand.</summary>
    public static implicit operator Scalar(long value) => new(value, value, true);

    /// <summary>1 or 0.</summary>
    public static implicit operator Scalar(bool value) => value ? 1 : 0;

    /// <summary>A real operand.</summary>
    public static implicit operator Scalar(float value) => new(value, (long)value, false);

    /// <summary>A real operand.</summary>
    public static implicit operator Scalar(double value) => new(value, (long)value, false);

    /// <summary>A real operand.</summary>
    public static implicit operator Scalar(Half value) => (double)value;

    /// <summary>A real operand.</summary>
    public static implicit operator Scalar(BFloat16 value) => (double)value;

    /// <summary>The number as a double.</summary>
    public double ToDouble() => _real;

    /// <summary>The number as an element of type <typeparamref name="T"/>.</summary>
    /// <exception cref="TensorException">A real number is given for an integer type, which would lose its fraction.</exception>
    public T To<T>()
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            return (T)(object)(float)_real;
        if (typeof(T) == typeof(double))
            return (T)(object)_real;
        if (typeof(T) == typeof(Half))
            return (T)(object)(Half)_real;
        if (typeof(T) == typeof(BFloat16))
            return (T)(object)(BFloat16)_real;
        if (typeof(T) == typeof(bool))
            return (T)(object)(_real != 0);
        if (!IsInteger && (_real != Math.Truncate(_real) || double.IsInfinity(_real)))
        {
            throw new TensorException(
                $"result type Float can't be cast to the desired output type {DTypes.Of<T>()}: {_real} is not an integer. Convert the tensor first: x.To<float>().");
        }

        if (typeof(T) == typeof(long))
            return (T)(object)_integer;
        if (typeof(T) == typeof(int))
            return (T)(object)(int)_integer;
        if (typeof(T) == typeof(short))
            return (T)(object)(short)_integer;
        if (typeof(T) == typeof(sbyte))
            return (T)(object)(sbyte)_integer;
        if (typeof(T) == typeof(byte))
            return (T)(object)(byte)_integer;
        throw new TensorException($"{typeof(T)} is not an element type.");
    }

    /// <summary>Refuses an integer that an integer type <typeparamref name="T"/> has no place for. As in PyTorch, unsigned ones also take the negatives of theirs.</summary>
    internal void CheckRange<T>()
        where T : unmanaged
    {
        var (least, greatest) = typeof(T) == typeof(int) ? (int.MinValue, int.MaxValue)
            : typeof(T) == typeof(short) ? (short.MinValue, short.MaxValue)
            : typeof(T) == typeof(sbyte) ? (sbyte.MinValue, sbyte.MaxValue)
            : typeof(T) == typeof(byte) ? (-byte.MaxValue, byte.MaxValue)
            : (long.MinValue, long.MaxValue);
        if (!DTypes.Of<T>().IsFloatingPoint() && typeof(T) != typeof(bool) && (_integer < least || _integer > greatest))
            throw new TensorException($"value cannot be converted to type {DTypes.Of<T>()} without overflow: {this} lies outside of {least} to {greatest}. Convert the tensor first: x.To<long>().");
    }

    /// <inheritdoc/>
    public override string ToString() => IsInteger ? _integer.ToString() : _real.ToString("R");
}
