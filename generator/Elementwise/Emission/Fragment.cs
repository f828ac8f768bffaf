namespace DslTensors.Generator.Elementwise;

/// <summary>A piece of C# and how tightly its outermost operator binds.</summary>
internal readonly record struct Fragment(string Text, int Precedence = Precedence.Primary)
{
    /// <summary>The text, in parentheses where a context that binds this tightly needs them.</summary>
    public string Within(int precedence) => Precedence >= precedence ? Text : $"({Text})";

    /// <summary>A left-associative operator between two pieces.</summary>
    public static Fragment Infix(Fragment left, string symbol, int precedence, Fragment right) =>
        new($"{left.Within(precedence)} {symbol} {right.Within(precedence + 1)}", precedence);

    public static Fragment Prefix(string symbol, Fragment operand)
    {
        var inner = operand.Within(Elementwise.Precedence.Unary);
        return new(inner.StartsWith(symbol) ? $"{symbol}({inner})" : symbol + inner, Elementwise.Precedence.Unary);
    }

    public static Fragment Conditional(Fragment condition, Fragment whenTrue, Fragment whenFalse)
    {
        const int inner = Elementwise.Precedence.Conditional + 1;
        return new($"{condition.Within(inner)} ? {whenTrue.Within(inner)} : {whenFalse.Text}", Elementwise.Precedence.Conditional);
    }
}
