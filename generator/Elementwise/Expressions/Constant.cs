using System;
using System.Globalization;

namespace DslTensors.Generator.Elementwise;

/// <summary>
/// A number or a truth value. A literal keeps the value of its text (<c>1.702f</c> is 1.702, not the nearest float), so that one body
/// serves float and double.
/// </summary>
internal sealed class Constant : Expression
{
    public static readonly Constant True = new(1, isLogical: true);

    public static readonly Constant False = new(0, isLogical: true);

    public Constant(double value)
        : this(value, isLogical: false)
    {
    }

    private Constant(double value, bool isLogical)
        : base(BitConverter.DoubleToInt64Bits(value).GetHashCode() ^ (isLogical ? 1 : 0), isUniform: true, isLogical) => Value = value;

    public double Value { get; }

    public static Constant Of(bool value) => value ? True : False;

    /// <summary>The constant as C# text of type double (or bool).</summary>
    public string Text =>
        IsLogical ? (Value != 0 ? "true" : "false")
        : double.IsNaN(Value) ? "double.NaN"
        : double.IsPositiveInfinity(Value) ? "double.PositiveInfinity"
        : double.IsNegativeInfinity(Value) ? "double.NegativeInfinity"
        : Value == Math.PI ? "double.Pi"
        : Value == Math.E ? "double.E"
        : Digits(Value);

    /// <summary>The shortest digits that read back as the same double.</summary>
    public static string Digits(double value)
    {
        if (value == 0 && 1 / value < 0)
            return "-0.0";
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.Parse(text, CultureInfo.InvariantCulture).Equals(value) ? text : value.ToString("G17", CultureInfo.InvariantCulture);
    }

    /// <summary>Whether this is exactly that number (negative zero is not zero).</summary>
    public bool Is(double value) => !IsLogical && BitConverter.DoubleToInt64Bits(Value) == BitConverter.DoubleToInt64Bits(value);

    private protected override bool SameAs(Expression other) =>
        other is Constant constant && constant.IsLogical == IsLogical
        && BitConverter.DoubleToInt64Bits(constant.Value) == BitConverter.DoubleToInt64Bits(Value);
}
