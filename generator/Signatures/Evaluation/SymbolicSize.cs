using System;
using System.Globalization;
using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>What is known of one size: its number, arithmetic over names of the user's code, or nothing.</summary>
internal readonly record struct SymbolicSize
{
    private SymbolicSize(long? number, SizePolynomial? polynomial) => (Number, Polynomial) = (number, polynomial);

    public static SymbolicSize Unknown => default;

    public long? Number { get; }

    /// <summary>The arithmetic, where names take part: equal ones are equal sizes, different ones may be equal too.</summary>
    public SizePolynomial? Polynomial { get; }

    public bool IsKnown => Number is not null || Polynomial is not null;

    /// <summary>Known, and surely no -1 that stands for a size to be worked out. An integer parameter alone might be one.</summary>
    public bool IsSize => Number is >= 0 || (Polynomial is not null && Polynomial is not { Terms: [{ Factor: 1, Atoms: [{ IsInteger: true }] }] });

    public static SymbolicSize Of(long number) => new(number, null);

    public static SymbolicSize Of(SizePolynomial? polynomial) => polynomial?.Number is { } number ? new(number, null) : new(null, polynomial);

    /// <summary>A size that has only a name.</summary>
    public static SymbolicSize Named(string symbol) => new(null, SizePolynomial.Of(new SizeAtom(symbol)));

    /// <summary>An integer that has only a name, and may be negative.</summary>
    public static SymbolicSize Integer(string symbol) => new(null, SizePolynomial.Of(new SizeAtom(symbol, IsInteger: true)));

    public static implicit operator SymbolicSize(long number) => Of(number);

    public static SymbolicSize operator +(SymbolicSize left, SymbolicSize right) => Compute(left, right, static (a, b) => checked(a + b), static (a, b) => a.Add(b));

    public static SymbolicSize operator -(SymbolicSize left, SymbolicSize right) => Compute(left, right, static (a, b) => checked(a - b), static (a, b) => a.Subtract(b));

    public static SymbolicSize operator *(SymbolicSize left, SymbolicSize right) => left.Number == 0 || right.Number == 0
        ? 0
        : Compute(left, right, static (a, b) => checked(a * b), static (a, b) => a.Multiply(b));

    /// <summary>Rounds down, as sizes are divided.</summary>
    public static SymbolicSize operator /(SymbolicSize left, SymbolicSize right) => right.Number == 0
        ? Unknown
        : Compute(left, right, FloorDivide, static (a, b) => a.Divide(b));

    /// <summary>Whether the two cannot be the same size, whatever the names stand for (zero sizes aside). What is not known never conflicts.</summary>
    public bool ConflictsWith(SymbolicSize other)
    {
        if (Number is { } left && other.Number is { } right)
            return left != right;
        if (!IsKnown || !other.IsKnown || AsPolynomial().Subtract(other.AsPolynomial()) is not { } difference)
            return false;

        // n and n + 1; n and 2*n; 2*n and 5.
        var named = difference.Terms.Where(term => term.Atoms.Count > 0).ToList();
        if (named.Count == 0)
            return difference.Constant != 0;
        if (difference.Constant == 0)
            return named.Count == 1 && !named[0].Atoms.Any(atom => atom.IsInteger);
        return difference.Constant % named.Aggregate(0L, (common, term) => Gcd(common, Math.Abs(term.Factor))) != 0;
    }

    /// <summary>The size of two that have to be equal: whatever is known of either.</summary>
    public SymbolicSize Unify(SymbolicSize other) => Number is not null ? this : other.Number is not null ? other : Polynomial is not null ? this : other;

    /// <summary>The size of one or the other, undecided which: what both agree on.</summary>
    public SymbolicSize Join(SymbolicSize other) => this == other ? this : Unknown;

    public SymbolicSize Substitute(string name, SymbolicSize value) => Polynomial is { } polynomial && polynomial.Mentions(name)
        ? value.IsKnown ? Of(polynomial.Substitute(name, value.AsPolynomial())) : Unknown
        : this;

    public SizePolynomial AsPolynomial() => Polynomial ?? SizePolynomial.Of(Number.GetValueOrDefault());

    public override string ToString() => Number?.ToString(CultureInfo.InvariantCulture) ?? Polynomial?.ToString() ?? "?";

    private static SymbolicSize Compute(
        SymbolicSize left, SymbolicSize right, Func<long, long, long> numbers, Func<SizePolynomial, SizePolynomial, SizePolynomial?> polynomials)
    {
        if (!left.IsKnown || !right.IsKnown)
            return Unknown;
        try
        {
            return left.Number is { } a && right.Number is { } b ? Of(numbers(a, b)) : Of(polynomials(left.AsPolynomial(), right.AsPolynomial()));
        }
        catch (OverflowException)
        {
            return Unknown;
        }
    }

    private static long FloorDivide(long a, long b)
    {
        var quotient = checked(a / b);
        return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient;
    }

    private static long Gcd(long a, long b) => b == 0 ? a : Gcd(b, a % b);
}
