using System.Globalization;

namespace DslTensors.Generator.Signatures;

/// <summary>What is known of one size: its number, a name it has in the user's code, or nothing.</summary>
internal readonly record struct SymbolicSize
{
    private SymbolicSize(long? number, string? symbol) => (Number, Symbol) = (number, symbol);

    public static SymbolicSize Unknown => default;

    public long? Number { get; }

    /// <summary>An identity: equal symbols are equal sizes, different symbols may be equal too.</summary>
    public string? Symbol { get; }

    public static SymbolicSize Of(long number) => new(number, null);

    public static SymbolicSize Named(string symbol) => new(null, symbol);

    public static implicit operator SymbolicSize(long number) => Of(number);

    /// <summary>Whether the two cannot be the same size. What is not known never conflicts.</summary>
    public bool ConflictsWith(SymbolicSize other) => Number is { } left && other.Number is { } right && left != right;

    /// <summary>The size of two that have to be equal: whatever is known of either.</summary>
    public SymbolicSize Unify(SymbolicSize other) => Number is not null ? this : other.Number is not null ? other : Symbol is not null ? this : other;

    /// <summary>The size of one or the other, undecided which: what both agree on.</summary>
    public SymbolicSize Join(SymbolicSize other) => this == other ? this : Unknown;

    public override string ToString() => Number?.ToString(CultureInfo.InvariantCulture) ?? Symbol ?? "?";
}
